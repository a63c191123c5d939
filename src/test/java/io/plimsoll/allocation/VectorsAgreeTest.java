package io.plimsoll.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.order.Orders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The plain mechanism reproduces every vector, byte for byte as docs/mechanism.md writes results. */
class VectorsAgreeTest {

    private static final Path VECTORS = Path.of("../shared/vectors");

    private static final int VECTOR_COUNT = 23;

    @Test
    void everyVectorHasTheExpectedGrantsBindingsAndLevels() throws IOException {
        assumeTrue(Files.isDirectory(VECTORS), "the vectors are not beside this checkout");
        List<Path> folders = folders();
        for (Path folder : folders) {
            Cycle cycle = VectorReader.read(folder);
            PlainMechanism.Result result = PlainMechanism.run(cycle);
            String name = folder.getFileName().toString();
            assertEquals(text(folder, "expected-grants.csv"), grants(cycle, result), name);
            assertEquals(text(folder, "expected-levels.csv"), levels(cycle, result), name);
        }
        assertEquals(VECTOR_COUNT, folders.size(), "vectors compared");
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> entries = Files.list(VECTORS)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static String text(Path folder, String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private static String grants(Cycle cycle, PlainMechanism.Result result) {
        Orders orders = cycle.orders();
        StringBuilder csv = new StringBuilder("retailer,rank,sku,demand,granted,binding\n");
        for (int r = 0; r < orders.retailers(); r++) {
            for (int line = orders.firstLine()[r]; line < orders.firstLine()[r + 1]; line++) {
                row(
                        csv,
                        cycle.retailers().get(r).key(),
                        orders.rank()[line],
                        cycle.skus().get(orders.sku()[line]).key(),
                        orders.demand()[line],
                        result.granted()[line],
                        result.binding()[line]);
            }
        }
        return csv.toString();
    }

    private static String levels(Cycle cycle, PlainMechanism.Result result) {
        StringBuilder csv = new StringBuilder("sku,released,claimed,granted,level\n");
        for (int s = 0; s < cycle.skus().size(); s++) {
            PlainMechanism.SkuResult sku = result.skus().get(s);
            String released =
                    sku.released().isPresent() ? String.valueOf(sku.released().getAsLong()) : "";
            row(csv, cycle.skus().get(s).key(), released, sku.claimed(), sku.granted(), sku.level());
        }
        return csv.toString();
    }

    private static void row(StringBuilder csv, Object... fields) {
        List<String> quoted =
                Stream.of(fields).map(field -> quoted(field.toString())).toList();
        csv.append(String.join(",", quoted)).append('\n');
    }

    /** Quotes only where needed, as RFC 4180. */
    private static String quoted(String field) {
        boolean needed = field.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0);
        return needed ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }
}
