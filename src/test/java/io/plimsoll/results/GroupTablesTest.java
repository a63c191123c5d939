package io.plimsoll.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.plimsoll.drools.TestRules;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A result says by itself which group every retailer and every Sku belongs to, those too that nobody asked for. */
class GroupTablesTest {

    @TempDir
    private Path folder;

    @Test
    void everyRetailerAndEverySkuStandsThereWithItsGroup() throws Exception {
        Path cycle = SmallCycle.write(folder.resolve("cycle"));
        Files.writeString(
                cycle.resolve("retailers.csv"),
                SmallCycle.files().get("retailers.csv") + "A0,M1,SMALL,RURAL,SUSPENDED," + "1,0,2,Shop 0,T1,,,,\n");
        Path out =
                TestResult.write(cycle, folder.resolve("out"), TestRules.book()).out();
        assertEquals("""
                retailer,size_class,market_type,interval
                A0,SMALL,RURAL,2
                A1,LARGE,URBAN,1
                B2,SMALL,URBAN,2
                C3,MEDIUM,RURAL,1
                D4,SMALL,RURAL,1
                E5,SMALL,RURAL,1
                """, Files.readString(out.resolve("peers.csv")));
        assertEquals("""
                sku,tier,status
                S1,TIER_1,SCARCE
                S2,TIER_4,NORMAL
                S3,TIER_2,OPEN
                S4,TIER_2,NORMAL
                """, Files.readString(out.resolve("tiers.csv")));
    }
}
