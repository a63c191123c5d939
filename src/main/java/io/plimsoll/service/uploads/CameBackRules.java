package io.plimsoll.service.uploads;

import io.plimsoll.files.Objections;
import io.plimsoll.message.Message;
import io.plimsoll.service.deliveries.Granted;
import java.util.Map;
import java.util.Optional;

/** Of no line more comes back than was granted, all rows of the table together; each row is told one thing. */
final class CameBackRules implements Objections {

    private final Granted granted;

    CameBackRules(Granted granted) {
        this.granted = granted;
    }

    @Override
    public boolean concern(String file) {
        return file.equals("came_back.csv");
    }

    @Override
    public Map<String, Message> to(String file, Map<String, String> row) {
        String retailer = row.get("retailer");
        String sku = row.get("sku");
        if (retailer == null || sku == null || !row.containsKey("cartons")) {
            return Map.of();
        }
        if (!granted.knows(retailer)) {
            return Map.of("retailer", Message.of("CAME_BACK_NO_GRANT"));
        }
        if (!granted.knows(retailer, sku)) {
            return Map.of("sku", Message.of("CAME_BACK_NO_GRANT_OF_SKU"));
        }
        Optional<Message> tooMuch = granted.take(retailer, sku, Long.parseLong(row.get("cartons")));
        return tooMuch.map(objection -> Map.of("cartons", objection)).orElse(Map.of());
    }
}
