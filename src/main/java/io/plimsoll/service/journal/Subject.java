package io.plimsoll.service.journal;

/**
 * What an act is done to. People and retailers stand in the journal by reference, everything else by its own key.
 *
 * @param kind of what sort it is
 * @param key which one of these
 */
public record Subject(Kind kind, String key) {

    /** The sorts of things that acts are done to. */
    public enum Kind {
        PERSON(true),
        RETAILER(true),
        TOKEN(false),
        SKU(false),
        TERRITORY(false),
        POLICY(false),
        CYCLE(false),
        NOTICE(false),
        UPLOAD(false),
        LEAD(false),
        REBALANCING(false),
        SERVICE(false);

        private final boolean personal;

        Kind(boolean personal) {
            this.personal = personal;
        }

        boolean isPersonal() {
            return personal;
        }
    }

    public static Subject person(long id) {
        return new Subject(Kind.PERSON, Long.toString(id));
    }

    public static Subject retailer(String licence) {
        return new Subject(Kind.RETAILER, licence);
    }

    public static Subject cycle(String cycle) {
        return new Subject(Kind.CYCLE, cycle);
    }

    public static Subject notice(long id) {
        return new Subject(Kind.NOTICE, Long.toString(id));
    }

    public static Subject token(long id) {
        return new Subject(Kind.TOKEN, Long.toString(id));
    }

    public static Subject policy(String digest) {
        return new Subject(Kind.POLICY, digest);
    }

    public static Subject upload(long id) {
        return new Subject(Kind.UPLOAD, Long.toString(id));
    }

    public static Subject lead(long id) {
        return new Subject(Kind.LEAD, Long.toString(id));
    }

    public static Subject rebalancing(long id) {
        return new Subject(Kind.REBALANCING, Long.toString(id));
    }

    /** The service as a whole. */
    public static Subject service() {
        return new Subject(Kind.SERVICE, "plimsoll");
    }
}
