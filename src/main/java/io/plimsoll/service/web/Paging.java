package io.plimsoll.service.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** Which part of a long result is asked for; every list under {@code /api}, and every table on a page, takes it. */
public class Paging {

    static final int MOST_PAGE = 1_000_000;
    static final int MOST_SIZE = 500;

    /** From 1. */
    @QueryParam("page")
    @DefaultValue("1")
    @Min(1)
    @Max(MOST_PAGE)
    public int page = 1;

    /** How many results a page has. */
    @QueryParam("size")
    @DefaultValue("50")
    @Min(1)
    @Max(MOST_SIZE)
    public int size = 50;

    /** All of a result, for what is taken out as a whole. */
    public static Paging whole() {
        Paging whole = new Paging();
        whole.size = Integer.MAX_VALUE;
        return whole;
    }

    /** How many results stand before this page. */
    public int offset() {
        return (page - 1) * size;
    }
}
