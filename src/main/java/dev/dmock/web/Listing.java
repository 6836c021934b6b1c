package dev.dmock.web;

import java.util.List;

/** The shape of every list that the API counts: {@code {"data": […], "total": n}}. */
public record Listing<T>(List<T> data, int total) {

    public static <T> Listing<T> of(List<T> elements) {
        return new Listing<>(elements, elements.size());
    }
}
