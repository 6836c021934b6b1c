package dev.dmock.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.resource.ResourceTransformerChain;

/** However many ask for a file at once, it is read once. */
class PageFilesTests {

    private static final int MANY = 32;

    private final AtomicInteger readings = new AtomicInteger();
    private final PageFiles files = new PageFiles();
    private final CountDownLatch allAsk = new CountDownLatch(MANY);

    @Test
    void isReadOnceForAll() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(MANY);
        try {
            List<Future<Resource>> answers = clients.invokeAll(Stream.<Callable<Resource>>generate(() -> this::ask)
                    .limit(MANY)
                    .toList());
            for (Future<Resource> answer : answers) {
                assertThat(answer.get().getContentAsString(StandardCharsets.UTF_8))
                        .isEqualTo("body {}");
                assertThat(answer.get().getFilename()).isEqualTo("page.css");
            }
        } finally {
            clients.shutdownNow();
        }
        assertThat(readings).hasValue(1);
    }

    private Resource ask() throws Exception {
        allAsk.countDown();
        allAsk.await();
        return files.transform(new MockHttpServletRequest(), new Counted(), mock(ResourceTransformerChain.class));
    }

    /** Each request finds a file anew; it is the same one all the same. */
    private final class Counted extends AbstractResource {

        @Override
        public String getDescription() {
            return "a file";
        }

        @Override
        public String getFilename() {
            return "page.css";
        }

        @Override
        public long lastModified() {
            return 0;
        }

        @Override
        public InputStream getInputStream() {
            readings.incrementAndGet();
            return new ByteArrayInputStream("body {}".getBytes(StandardCharsets.UTF_8));
        }
    }
}
