package dev.dmock.web;

import java.util.List;

/** The format of every list with a count: {@code {"data": […], "total": n}}. */
public record Listing<T>(List<T> data, int total) {

    public static <T> Listing<T> of(List<T> elements) {
        return new Listing<>(elements, elements.size());
    }
}
