package io.plimsoll.files;

import java.util.Map;
import java.util.TreeMap;

/** The policy of {@link SmallFolder} with every table that a policy may have. */
final class FullPolicy {

    static final String CUTOFFS = "market_type,size_class,from_volume\n*,LARGE,300\n*,MEDIUM,90.5\nRURAL,LARGE,200\n";
    static final String TOTALS =
            "size_class,market_type,total\nLARGE,*,300\nMEDIUM,*,120\nSMALL,*,40\nSMALL,RURAL,30\n";
    static final String CALENDAR =
            "day,business,holiday\n2026-10-01,false,国庆节\n2026-10-10,true,\n2026-10-05,false,国庆节\n";
    static final String LAUNCHES = "sku,launched_on\nS3,2026-11-02\n";

    private FullPolicy() {}

    /** The whole cycle folder. */
    static SmallFolder folder() {
        return new SmallFolder()
                .put(Formats.CLASS_CUTOFFS, CUTOFFS)
                .put(Formats.CLASS_TOTALS, TOTALS)
                .put(Formats.CALENDAR, CALENDAR)
                .put(Formats.LAUNCHES, LAUNCHES);
    }

    /** The policy's files alone. */
    static Map<String, byte[]> files(SmallFolder folder) {
        Map<String, byte[]> files = new TreeMap<>(folder.files());
        files.keySet().removeIf(file -> !file.startsWith(Formats.POLICY));
        return files;
    }

    static PolicyVersion of(SmallFolder folder) throws BadInput {
        return PolicyVersion.of(files(folder));
    }
}
