package dev.dmock.management;

import dev.dmock.error.MisconfiguredException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows what is wrong with the configuration instead of a stack trace. */
final class MisconfigurationAnalyzer extends AbstractFailureAnalyzer<MisconfiguredException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, MisconfiguredException cause) {
        return new FailureAnalysis(cause.getMessage(), "Correct it, and start again.", cause);
    }
}
