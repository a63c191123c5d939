package io.plimsoll.files;

import io.plimsoll.message.Message;
import java.util.Map;

/** What somebody asks of the rows of a table beyond that they can be read, such as that they fit what is known. */
public interface Objections {

    /** Nothing else is asked. */
    Objections NONE = new Objections() {
        @Override
        public boolean concern(String file) {
            return false;
        }

        @Override
        public Map<String, Message> to(String file, Map<String, String> row) {
            return Map.of();
        }
    };

    /** Whether anything is asked of the rows of this file. */
    boolean concern(String file);

    /**
     * Judges a row.
     *
     * @param row the canonical values that could be read, by column
     * @return what was expected instead, by column
     */
    Map<String, Message> to(String file, Map<String, String> row);
}
