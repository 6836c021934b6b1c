package dev.dmock.space.fact;

import dev.dmock.error.DmError;
import dev.dmock.error.ErrorCatalogue;
import dev.dmock.version.Generation;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Puts errors into the words of a generation of DM. */
@Component
public class ErrorTexts {

    private final Map<Generation, ErrorCatalogue> catalogues = new ConcurrentHashMap<>();

    /** The text in the words of the version that the space emulates. */
    public String text(Draft draft, DmError error) {
        return text(draft.settings().api().generation(), error);
    }

    public String text(Generation generation, DmError error) {
        return catalogue(generation).text(error);
    }

    /** The codes of the errors that there can be in a generation. */
    public SortedSet<Integer> codes(Generation generation) {
        return catalogue(generation).given();
    }

    private ErrorCatalogue catalogue(Generation generation) {
        return catalogues.computeIfAbsent(generation, g -> ErrorCatalogue.load(g.key()));
    }
}
