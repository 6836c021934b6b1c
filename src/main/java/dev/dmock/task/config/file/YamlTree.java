package dev.dmock.task.config.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reads a YAML text into nodes without making any objects of them. Texts and their nesting are bounded; how often
 * aliases are followed is counted where they are.
 */
final class YamlTree {

    private static final int LONGEST = 1 << 20;
    private static final int DEEPEST = 200;
    private static final String LONG_TAG = "tag:yaml.org,2002:";
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setParseComments(false)
            .setCodePointLimit(LONGEST)
            .build();

    private final ParserImpl events;
    private final Map<String, YamlNode> anchors = new HashMap<>();
    private int depth;

    private YamlTree(String text) {
        this.events = new ParserImpl(SETTINGS, new StreamReader(SETTINGS, text));
    }

    /**
     * The first document of a text; empty if there is none.
     *
     * @throws YamlProblem if the text is not YAML
     */
    static Optional<YamlNode> parse(String text) {
        if (text.length() > LONGEST) {
            throw new YamlProblem("yaml: input is too long");
        }
        try {
            return new YamlTree(text).document();
        } catch (MarkedYamlEngineException e) {
            throw GoYamlErrors.of(e, text);
        } catch (YamlEngineException e) {
            throw new YamlProblem("yaml: control characters are not allowed");
        }
    }

    private Optional<YamlNode> document() {
        events.next();
        if (events.peekEvent().getEventId() == Event.ID.StreamEnd) {
            return Optional.empty();
        }
        events.next();
        YamlNode root = node();
        events.next();
        return Optional.of(root);
    }

    private YamlNode node() {
        NodeEvent event = (NodeEvent) events.next();
        int line = event.getStartMark().map(m -> m.getLine() + 1).orElse(0);
        String anchor = event.getAnchor().map(Anchor::getValue).orElse(null);
        if (event instanceof AliasEvent) {
            YamlNode target = anchors.get(anchor);
            if (target == null) {
                throw new YamlProblem("yaml: unknown anchor '" + anchor + "' referenced");
            }
            return new YamlNode.Alias(line, String.valueOf(anchor), target);
        }
        if (event instanceof ScalarEvent scalar) {
            String tag = scalar.getTag().map(YamlTree::shortTag).orElse("");
            boolean plain = scalar.isPlain() && tag.isEmpty();
            return anchored(anchor, new YamlNode.Scalar(line, tag, scalar.getValue(), plain));
        }
        depth++;
        if (depth > DEEPEST) {
            throw new YamlProblem("yaml: exceeded max depth of " + DEEPEST);
        }
        YamlNode collection = collection((CollectionStartEvent) event, line, anchor);
        depth--;
        return collection;
    }

    private YamlNode collection(CollectionStartEvent event, int line, @Nullable String anchor) {
        if (event.getEventId() == Event.ID.SequenceStart) {
            List<YamlNode> elements = new ArrayList<>();
            YamlNode sequence = anchored(anchor, new YamlNode.Sequence(line, elements));
            while (!ends(Event.ID.SequenceEnd)) {
                elements.add(node());
            }
            return sequence;
        }
        List<YamlNode.Entry> entries = new ArrayList<>();
        YamlNode mapping = anchored(anchor, new YamlNode.Mapping(line, entries));
        while (!ends(Event.ID.MappingEnd)) {
            entries.add(new YamlNode.Entry(node(), node()));
        }
        return mapping;
    }

    private boolean ends(Event.ID end) {
        if (events.peekEvent().getEventId() != end) {
            return false;
        }
        events.next();
        return true;
    }

    private YamlNode anchored(@Nullable String anchor, YamlNode node) {
        if (anchor != null) {
            anchors.put(anchor, node);
        }
        return node;
    }

    private static String shortTag(String tag) {
        return tag.startsWith(LONG_TAG) ? "!!" + tag.substring(LONG_TAG.length()) : tag;
    }
}
