package io.plimsoll.service.journal;

/** What kinds of act the journal knows. A name that was once written is never given another meaning. */
public enum Act {
    FIRST_ADMIN_MADE,
    SIGNED_IN,
    SIGN_IN_REFUSED,
    SIGNED_OUT,
    PASSWORD_CHANGED,
    /** An admin made a temporary password. */
    PASSWORD_RESET,
    /** An admin ended all sessions of a person. */
    SESSIONS_ENDED,
    /** An admin let a person try again who had guessed too often. */
    LOCK_OUT_ENDED,
    /** An account at the provider of single sign-on was bound to a person. */
    SINGLE_SIGN_ON_BOUND,
    SINGLE_SIGN_ON_UNBOUND,
    PERSON_ADDED,
    PERSON_CHANGED,
    TOKEN_MADE,
    TOKEN_REVOKED,
    CYCLE_PLANNED,
    CYCLE_CHANGED,
    CYCLE_PUBLISHED,
    CYCLE_OPENED,
    CYCLE_WINDOW_ENDED,
    CYCLE_CLOSED,
    CYCLE_CANCELLED,
    /** A retailer submitted what he asks for. */
    ORDER_SUBMITTED,
    /** A retailer changed what he had submitted. */
    ORDER_CHANGED,
    /** A customer manager collected on a visit what a retailer asks for (R16). */
    ASSISTED_ORDER_COLLECTED,
    /** The retailer confirmed what was collected for him. */
    ASSISTED_ORDER_CONFIRMED,
    /** The retailer said that this is not what he asks for. */
    ASSISTED_ORDER_REJECTED,
    /** The market manager signed. */
    ASSISTED_ORDER_VERIFIED,
    ASSISTED_ORDER_REFUSED,
    ASSISTED_ORDER_ENTERED,
    /** The retailer ordered himself meanwhile; his own order wins. */
    ASSISTED_ORDER_OVERTAKEN,
    /** Both windows are over, and these were not entered. */
    ASSISTED_ORDERS_LAPSED,
    CONFIRMATION_CODE_SET,
    /** Confirmation codes were made for letters on paper. */
    CONFIRMATION_CODES_PRINTED,
    CONFIRMATION_CODE_REFUSED,
    /** It was guessed at too often. */
    CONFIRMATION_CODE_LOCKED,
    SUPPLY_SET,
    SUPPLY_REMOVED,
    SUPPLY_CORRECTED,
    NOTICE_WRITTEN,
    NOTICE_CHANGED,
    NOTICE_PUBLISHED,
    NOTICE_READ,
    RETAILER_ADDED,
    RETAILER_CHANGED,
    /** The size classes of a month were computed, and hold for it. */
    SIZE_CLASSES_COMPUTED,
    TERRITORY_ADDED,
    TERRITORY_CHANGED,
    SKU_ADDED,
    SKU_CHANGED,
    RECEIVER_REGISTERED,
    RECEIVER_ENDED,
    COMPLAINT_MADE,
    VISIT_RECORDED,
    STOCK_CHECK_RECORDED,
    RETAILER_READ,
    RETAILERS_READ,
    JOURNAL_READ,
    DEMO_SEEDED,
    /** A planner asked for a run; from now on the cycle is being allocated, or its run in force is to be superseded. */
    RUN_STARTED,
    RUN_FINISHED,
    /** A run could not be done; nothing of it is stored. */
    RUN_FAILED,
    /** A run is to be recomputed as it was, or tried under another policy. */
    REPLAY_ASKED,
    REPLAY_FINISHED,
    REPLAY_FAILED,
    /** Grants that others made were brought to be judged. */
    AUDIT_BROUGHT,
    AUDIT_JUDGED,
    AUDIT_FAILED,
    /** The goods have gone out. */
    CYCLE_DELIVERED,
    /** What was returned or never paid was put on record. */
    CAME_BACK_RECORDED,
    /** A file was uploaded and looked through; nothing of it is stored. */
    UPLOAD_PREVIEWED,
    UPLOAD_STORED,
    UPLOAD_DISCARDED,
    /** A cycle came in with orders that were taken elsewhere. */
    CYCLE_CAME_IN,
    /** The same in the place of an earlier upload. */
    CYCLE_REPLACED,
    /** The policy that came in with a cycle has been approved, and binds it. */
    CYCLE_BOUND,
    SUPPLY_UPLOADED,
    /** Data were taken out as files. */
    DATA_TAKEN_OUT,
    /** A day of the ledger has got its root. */
    LEDGER_DAY_CLOSED,
    /** The head of the ledger could not be sent to where it is anchored, in spite of repetition. */
    LEDGER_NOT_ANCHORED,
    POLICY_IMPORTED,
    POLICY_PROPOSED,
    POLICY_APPROVED,
    POLICY_REFUSED,
    /** A customer manager proposed a total to a retailer (R1). */
    TOTAL_PROPOSED,
    TOTAL_AGREED,
    TOTAL_DECLINED,
    /** The market manager approved the total of a key account; a planner is still to. */
    TOTAL_SIGNED,
    TOTAL_APPROVED,
    TOTAL_REFUSED,
    TOTAL_WITHDRAWN,
    /** A customer manager began to re-balance his retailers' totals (R7). */
    REBALANCING_OPENED,
    REBALANCING_COMPUTED,
    REBALANCING_WORKED_OUT,
    /** Retailers were asked whether they agree. */
    REBALANCING_ASKED,
    REBALANCING_LINE_AGREED,
    REBALANCING_LINE_DECLINED,
    /** The market manager approved a re-balancing in which there is a key account; a planner is still to. */
    REBALANCING_SIGNED,
    REBALANCING_APPROVED,
    REBALANCING_REFUSED,
    REBALANCING_WITHDRAWN,
    /** A finding, a complaint or a person raised a lead (R30). */
    LEAD_RAISED,
    /** It was said whom or what a lead is about. */
    LEAD_SUBJECT_NAMED,
    LEAD_ASSIGNED,
    LEAD_COMMENTED,
    /** Whoever checked a lead said what he found. */
    LEAD_PROPOSED,
    /** A lead is important and was not verified: auditors have it now. */
    LEAD_ESCALATED,
    LEAD_CLOSED,
    /** A lead was verified, so it is a violation (R23). */
    VIOLATION_CONFIRMED,
    /** A customer manager said what he expects to be asked for, or changed it (R27). */
    FORECAST_SAID,
}
