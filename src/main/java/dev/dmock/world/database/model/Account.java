package dev.dmock.world.database.model;

/** An account {@code 'NAME'@'%'} of a server. */
public record Account(String name, String password, Grants grants) {}
