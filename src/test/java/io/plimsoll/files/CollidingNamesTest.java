package io.plimsoll.files;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Names that somebody chose so that all have the same hash are read about as fast as others. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CollidingNamesTest {

    /** Each step from one entry to the next of as many would take minutes. */
    private static final List<String> NAMES = colliding(16);

    @TempDir
    Path folder;

    private static List<String> colliding(int pairs) {
        Stream<String> names = Stream.of("");
        for (int pair = 0; pair < pairs; pair++) {
            names = names.flatMap(name -> Stream.of(name + "Aa", name + "BB"));
        }
        return names.toList();
    }

    private static String rows(String header, String before, String after) {
        return NAMES.stream().map(name -> before + name + after).collect(Collectors.joining("\n", header + "\n", "\n"));
    }

    @Test
    void allHaveTheSameHash() {
        assertEquals(1, NAMES.stream().mapToInt(String::hashCode).distinct().count());
        assertEquals(65_536, NAMES.stream().distinct().count());
    }

    @Test
    void inTheCeilingsOfSkus() throws Exception {
        CycleInput input = new SmallFolder()
                .put("skus.csv", rows("sku,brand,tier,status,supply,forecast", "", ",Pine,TIER_1,NORMAL,1,"))
                .put("policy/sku_ceilings.csv", rows("size_class,market_type,sku,ceiling", "SMALL,*,", ",3"))
                .put("orders.csv", "retailer,rank,sku,demand\n")
                .read(folder);
        assertEquals(NAMES.size(), input.cycle().policy().skuCeilings().refs().size());
    }

    @Test
    void inTheRegisterOfRetailersAndTheirOrders() throws Exception {
        CycleInput input = new SmallFolder()
                .put(
                        "retailers.csv",
                        rows(
                                "retailer,manager,size_class,market_type,status,agreed_total,granted_in_period,interval",
                                "",
                                ",M1,SMALL,URBAN,ACTIVE,40,0,1"))
                .put("orders.csv", rows("retailer,rank,sku,demand", "", ",1,S1,1"))
                .without("submissions.csv")
                .read(folder);
        assertEquals(NAMES.size(), input.cycle().orders().lines());
    }

    @Test
    void inThresholds() throws Exception {
        CycleInput input = new SmallFolder()
                .put("policy/alerts.csv", rows("code,parameter,value", "R9,", ",1"))
                .read(folder);
        assertEquals(NAMES.size(), input.cycle().policy().alerts().values().size());
    }
}
