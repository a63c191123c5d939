package io.plimsoll.service.web;

import java.util.List;

/**
 * A part of a long result.
 *
 * @param items those on this page
 * @param page from 1
 * @param size how many a page has at most
 * @param total how many there are on all pages
 */
public record PageOf<T>(List<T> items, int page, int size, long total) {

    public static <T> PageOf<T> of(List<T> items, Paging paging, long total) {
        return new PageOf<>(items, paging.page, paging.size, total);
    }

    public long pages() {
        return Math.max(1, (total + size - 1) / size);
    }

    /** The number of the page before this one, which may be none. */
    public int before() {
        return page - 1;
    }

    /** The number of the page behind this one, which may be none. */
    public int after() {
        return page + 1;
    }
}
