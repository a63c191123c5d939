package io.plimsoll;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/explain.md shows is what a reader gets. */
class ExplainDocIT {

    /** A block with one command, and the block of its output. */
    private static final Pattern EXAMPLE =
            Pattern.compile("```\n(deploy/plimsoll explain [^\n]*)\n```\n+```\n(.*?)```\n", Pattern.DOTALL);

    @TempDir
    Path temp;

    @Test
    void everyExampleIsTheRealOutputOfItsCommand() throws IOException, InterruptedException {
        String result = temp.resolve("county").toString();
        run(List.of("deploy/plimsoll", "allocate", "docs/county", "--out", result));
        Matcher examples = EXAMPLE.matcher(Files.readString(Path.of("docs/explain.md")));
        int shown = 0;
        while (examples.find()) {
            List<String> command =
                    new ArrayList<>(Arrays.asList(examples.group(1).split(" ")));
            command.replaceAll(word -> word.equals("target/county") ? result : word);
            assertEquals(run(command), examples.group(2), examples.group(1));
            shown++;
        }
        assertEquals(2, shown, "one example in each language");
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        Path errors = temp.resolve("errors.txt");
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), Files.readString(errors));
        return output;
    }
}
