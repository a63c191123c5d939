package io.plimsoll.files;

import io.plimsoll.order.Orders;
import io.plimsoll.run.Binding;
import java.nio.file.Path;

/**
 * The {@code grants.csv} of a result, in columns.
 *
 * @param orders the lines; what retailers wanted at most of the whole order doesn't stand there
 * @param granted cartons of each line
 * @param bindings why each line got no more
 */
public record RecordedGrants(Orders orders, int[] granted, Binding[] bindings) {

    /**
     * Reads a file.
     *
     * @param register of the same result
     * @throws BadInput the first thing that is wrong with it; the file goes by its last name
     */
    public static RecordedGrants read(Path file, RecordedRegister register, ReadProgress progress) throws BadInput {
        return new RecordedGrantsReader(register).read(file, progress);
    }
}
