package dev.dmock.web.wrapper;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** The output stream of a buffered response; it is always ready. */
public abstract class BufferedOutput extends ServletOutputStream {

    @Override
    public abstract void write(byte[] bytes, int offset, int length) throws IOException;

    @Override
    public final void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public final boolean isReady() {
        return true;
    }

    @Override
    public final void setWriteListener(WriteListener listener) {
        throw new IllegalStateException("written without asynchrony");
    }
}
