package dev.dmock.console;

import dev.dmock.source.Source;
import dev.dmock.space.Spaces;
import dev.dmock.space.fact.Pace;
import dev.dmock.space.store.SpaceName;
import dev.dmock.space.store.SpaceSummary;
import dev.dmock.task.model.Subtask;
import dev.dmock.version.ApiVersion;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Renders the whole console, or the part that is updated. */
@Component
class ConsolePage {

    private static final String TEMPLATE = "console";
    private static final Set<String> LIVE = Set.of("live");
    private static final int MAX_SPACES = 100;

    private final ITemplateEngine templates;
    private final Spaces spaces;
    private final ConsoleViewBuilder views;

    ConsolePage(ITemplateEngine templates, Spaces spaces, ConsoleViewBuilder views) {
        this.templates = templates;
        this.spaces = spaces;
        this.views = views;
    }

    /** The view of a space and the time of its clock. */
    record Moment(ConsoleView view, Instant now) {}

    /** A link to a space. */
    record SpaceLink(String name, String href, boolean current, String about) {}

    String whole(SpaceName space) {
        Moment moment = spaces.read(space, draft -> new Moment(views.build(draft, space), draft.now()));
        return whole(context(space, moment), links(space));
    }

    /** Renders the page that asks for the token; it reveals nothing about the space, not even whether it exists. */
    String locked(SpaceName space) {
        return whole(new Context(Locale.ROOT, Map.of("space", space.value())), List.of());
    }

    private String whole(Context context, List<SpaceLink> links) {
        context.setVariable("spaces", links);
        context.setVariable(
                "versions",
                Arrays.stream(ApiVersion.values()).map(ApiVersion::label).toList());
        context.setVariable(
                "paces", Arrays.stream(Pace.values()).map(Pace::label).toList());
        context.setVariable("choices", ConsoleFaultView.Choice.all());
        return templates.process(TEMPLATE, context);
    }

    String live(SpaceName space, Moment moment) {
        return templates.process(TEMPLATE, LIVE, context(space, moment));
    }

    private static Context context(SpaceName space, Moment moment) {
        return new Context(
                Locale.ROOT,
                Map.of(
                        "space", space.value(),
                        "view", moment.view(),
                        "now", ConsoleFormat.time(moment.now()),
                        "millis", moment.now().toEpochMilli()));
    }

    private List<SpaceLink> links(SpaceName current) {
        return spaces.overview(null, Source.KIND, Subtask.KIND).stream()
                .limit(MAX_SPACES)
                .map(space -> link(space, current))
                .toList();
    }

    private static SpaceLink link(SpaceSummary space, SpaceName current) {
        String prefix = space.name().equals(SpaceName.DEFAULT) ? "" : "/_dmock/spaces/" + space.name();
        return new SpaceLink(
                space.name().value(),
                prefix + "/_dmock/console",
                space.name().equals(current),
                "%s, %s, %s"
                        .formatted(
                                space.settings().api().label(),
                                ConsoleFormat.count(space.count(Source.KIND), "source"),
                                ConsoleFormat.count(space.count(Subtask.KIND), "subtask")));
    }
}
