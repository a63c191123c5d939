package io.plimsoll;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what a reader gets. */
class ReadmeIT {

    @TempDir
    Path temp;

    @Test
    void showsTheRealOutputOfItsCommand() throws IOException, InterruptedException {
        Path errors = temp.resolve("errors.txt");
        Process process = new ProcessBuilder(
                        "deploy/plimsoll",
                        "allocate",
                        "docs/county",
                        "--out",
                        "target/county",
                        "--force",
                        "--lang",
                        "en")
                .redirectError(errors.toFile())
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), Files.readString(errors));
        String readme = Files.readString(Path.of("README.md"));
        assertTrue(readme.contains("```\n" + output + "```"), "the README's block of output is not:\n" + output);
        String shown = readme.substring(readme.indexOf("retailer,rank,sku,demand,granted,binding\n"));
        shown = shown.substring(0, shown.indexOf("```"));
        String grants = Files.readString(Path.of("target/county/grants.csv"));
        String header = shown.substring(0, shown.indexOf('\n') + 1);
        assertTrue(grants.startsWith(header));
        assertTrue(grants.contains(shown.substring(header.length())), "the README's grants are not in grants.csv");
    }
}
