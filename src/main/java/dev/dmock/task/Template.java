package dev.dmock.task;

import dev.dmock.space.Key;
import dev.dmock.space.Kind;
import dev.dmock.task.config.TaskConfig;

/** The configuration of a task that is kept for later (v8); nothing is said about whether it could be made. */
record Template(String name, TaskConfig task) {

    static final Kind<Template> KIND = Kind.of("template", Template.class, t -> Key.of(t.name));
}
