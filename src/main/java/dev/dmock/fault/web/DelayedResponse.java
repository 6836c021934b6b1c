package dev.dmock.fault.web;

import dev.dmock.web.wrapper.BufferedOutput;
import dev.dmock.web.wrapper.FlushableResponse;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** A response that buffers its body. */
final class DelayedResponse extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    DelayedResponse(HttpServletResponse response) {
        super(response);
    }

    /** Sends the content length of the whole body, but only the body's beginning. */
    void sendFirst(long bytes) throws IOException {
        byte[] whole = body.toByteArray();
        if (whole.length > 0) {
            super.setContentLength(whole.length);
            super.getOutputStream().write(whole, 0, (int) Math.min(bytes, whole.length));
        }
        FlushableResponse.push(getResponse());
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new Held();
    }

    @Override
    public PrintWriter getWriter() {
        return new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8), true);
    }

    @Override
    public void setContentLength(int length) {
        // set when the body is sent
    }

    @Override
    public void setContentLengthLong(long length) {
        // set when the body is sent
    }

    @Override
    public void flushBuffer() {
        // the body stays buffered
    }

    @Override
    public void resetBuffer() {
        body.reset();
    }

    @Override
    public void reset() {
        super.reset();
        body.reset();
    }

    private final class Held extends BufferedOutput {

        @Override
        public void write(byte[] bytes, int offset, int length) {
            body.write(bytes, offset, length);
        }
    }
}
