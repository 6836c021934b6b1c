package dev.dmock.task.model;

import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import dev.dmock.task.config.TaskConfig;

/** A stored task configuration (v8); it is not validated by a precheck. */
public record Template(String name, TaskConfig task) {

    public static final Kind<Template> KIND = Kind.of("template", Template.class, t -> Key.of(t.name));
}
