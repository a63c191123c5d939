package io.plimsoll.service.right;

/** What somebody may do (domain.md, section 3). A person has one role: so nobody can collect, verify and enter an order. */
public enum Role {
    RETAILER,
    CUSTOMER_MANAGER,
    MARKET_MANAGER,
    ORDER_DESK,
    PLANNER,
    AUDITOR,
    ADMIN;

    /** The names as annotations want them. */
    public static final class Name {
        public static final String RETAILER = "RETAILER";
        public static final String CUSTOMER_MANAGER = "CUSTOMER_MANAGER";
        public static final String MARKET_MANAGER = "MARKET_MANAGER";
        public static final String ORDER_DESK = "ORDER_DESK";
        public static final String PLANNER = "PLANNER";
        public static final String AUDITOR = "AUDITOR";
        public static final String ADMIN = "ADMIN";

        private Name() {}
    }
}
