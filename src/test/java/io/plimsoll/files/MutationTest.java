package io.plimsoll.files;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.plimsoll.cycle.Cycle;
import io.plimsoll.message.Catalogue;
import io.plimsoll.message.Language;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever bytes a folder holds, it is read or it is {@link BadInput}, and nothing else is ever thrown. */
class MutationTest {

    private static final int ROUNDS = 2_000;
    private static final byte[] TELLING = "\",\n\r\u0000 \t0959-.eRS1*#\\{}烟\uFEFF".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void noBytesGiveAnythingButBadInput() throws Exception {
        Random random = new Random(20261123);
        List<String> names = List.copyOf(new SmallFolder().files().keySet());
        Catalogue catalogue = Catalogue.of(Language.ZH, Map.of());
        int refused = 0;
        new SmallFolder().writeTo(folder);
        for (int round = 0; round < ROUNDS; round++) {
            String name = names.get(random.nextInt(names.size()));
            byte[] good = new SmallFolder().files().get(name);
            byte[] mutated = mutate(good, random);
            Files.write(folder.resolve(name), mutated);
            try {
                CycleFolder.read(folder);
            } catch (BadInput bad) {
                assertFalse(bad.say(catalogue).contains("EXPECTED_"));
                refused++;
            } catch (RuntimeException | Error other) {
                fail("round " + round + ", " + name + ":\n" + new String(mutated, StandardCharsets.UTF_8), other);
            }
            Files.write(folder.resolve(name), good);
        }
        assertTrue(refused > ROUNDS / 2, "refused only " + refused);
    }

    @Test
    void noGrantsFileGivesAnythingButBadInput() throws Exception {
        Random random = new Random(20261124);
        Cycle cycle = new SmallFolder().read(folder).cycle();
        byte[] good = GrantsFileTest.OURS.getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("grants.csv");
        for (int round = 0; round < ROUNDS / 2; round++) {
            byte[] mutated = mutate(good, random);
            Files.write(file, mutated);
            try {
                GrantsFile.read(file, cycle);
            } catch (BadInput bad) {
                assertFalse(bad.file().isEmpty());
            } catch (RuntimeException | Error other) {
                fail("round " + round + ":\n" + new String(mutated, StandardCharsets.UTF_8), other);
            }
        }
    }

    private static byte[] mutate(byte[] good, Random random) {
        byte[] bytes = good;
        for (int times = 1 + random.nextInt(3); times > 0 && bytes.length > 0; times--) {
            int at = random.nextInt(bytes.length);
            int end = Math.min(bytes.length, at + 1 + random.nextInt(8));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.write(bytes, 0, at);
            switch (random.nextInt(5)) {
                case 0 -> out.write(bytes, end, bytes.length - end);
                case 1 -> out.write(bytes, Math.max(0, at - 4), bytes.length - Math.max(0, at - 4));
                case 2 -> {
                    out.write(random.nextInt(256));
                    out.write(bytes, at + 1, bytes.length - at - 1);
                }
                case 3 -> {
                    out.write(TELLING[random.nextInt(TELLING.length)]);
                    out.write(bytes, at, bytes.length - at);
                }
                default -> {
                    out.write(bytes, at, end - at);
                    out.write(bytes, at, bytes.length - at);
                }
            }
            bytes = out.toByteArray();
        }
        return bytes;
    }
}
