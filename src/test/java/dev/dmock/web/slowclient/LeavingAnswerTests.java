package dev.dmock.web.slowclient;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** The server tells of one and the same mishap in several ways, and warns of who completes a request twice. */
class LeavingAnswerTests {

    private final AsyncContext context = mock();
    private final Runnable afterwards = mock();

    @Test
    void isCompletedOnce() throws IOException {
        NonBlockingResponseWriter answer = leaving(InputStream.nullInputStream());
        IOException gone = new IOException("Broken pipe");
        answer.onError(gone);
        answer.onError(new AsyncEvent(context, gone));
        answer.onTimeout(new AsyncEvent(context));
        verify(context, times(1)).complete();
    }

    @Test
    void freesWhatItHeldWhenItIsCompleted() throws IOException {
        NonBlockingResponseWriter answer = leaving(InputStream.nullInputStream());
        answer.onWritePossible();
        verify(context).complete();
        answer.onComplete(new AsyncEvent(context));
        verify(afterwards).run();
    }

    private NonBlockingResponseWriter leaving(InputStream body) throws IOException {
        HttpServletRequest request = mock();
        HttpServletResponse response = mock();
        ServletOutputStream ready = mock();
        when(ready.isReady()).thenReturn(true);
        when(response.getOutputStream()).thenReturn(ready);
        when(request.startAsync(request, response)).thenReturn(context);
        when(request.getAsyncContext()).thenReturn(context);
        NonBlockingResponseWriter answer = new NonBlockingResponseWriter(request, response, body, afterwards);
        answer.send(1000);
        return answer;
    }
}
