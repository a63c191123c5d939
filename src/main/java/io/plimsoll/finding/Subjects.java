package io.plimsoll.finding;

/** How findings name whom or what they are about. */
final class Subjects {

    private Subjects() {}

    /** A retailer's line of a Sku. */
    static String line(String retailer, String sku) {
        return retailer + " / " + sku;
    }
}
