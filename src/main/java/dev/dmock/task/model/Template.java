package dev.dmock.task.model;

import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import dev.dmock.task.config.TaskConfig;

/** The configuration of a task that is kept for later (v8); nothing is said about whether it could be made. */
public record Template(String name, TaskConfig task) {

    public static final Kind<Template> KIND = Kind.of("template", Template.class, t -> Key.of(t.name));
}
