package io.plimsoll.service.forecasts;

import io.plimsoll.message.Message;
import io.plimsoll.service.web.Problem;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.TypedNumber;
import jakarta.ws.rs.FormParam;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The form of a sheet as it was sent: brands and quantities in the order in which they stand on the page. */
public class SheetForm {

    @FormParam("period")
    String period;

    @FormParam("version")
    String seen;

    @FormParam("brand")
    List<String> brand;

    @FormParam("cartons")
    List<String> cartons;

    /**
     * The form as it is shown.
     *
     * @param version of the sheet that was seen
     * @param typed by brand
     * @param wrong by brand
     * @param reason why it was not done; null where nothing was refused
     */
    public record Shown(long version, Map<String, String> typed, Map<String, Message> wrong, Message reason) {

        /** What holds; nothing else fills a field in. */
        static Shown of(ForecastSheet sheet) {
            Map<String, String> typed = new HashMap<>();
            sheet.lines().stream()
                    .filter(line -> line.cartons() != null)
                    .forEach(line -> typed.put(line.brand(), line.cartons().toString()));
            return new Shown(sheet.version(), typed, Map.of(), null);
        }

        public String value(String brand) {
            return typed.getOrDefault(brand, "");
        }

        /** What is wrong with a brand, or null. */
        public Message error(String brand) {
            return wrong.get(brand);
        }
    }

    /** The version that the page was made of. */
    long version() {
        return seen != null && seen.matches("\\d{1,18}") ? Long.parseLong(seen) : 0;
    }

    private List<String> brands() {
        List<String> brands = brand == null ? List.of() : brand;
        if (brands.size() != (cartons == null ? 0 : cartons.size())) {
            // Which quantity belongs to which brand would be a guess.
            throw new Refused(Problem.MALFORMED, Message.of("PROBLEM_FORM_UNREADABLE"));
        }
        return brands;
    }

    /** What it says; refused where something else than a quantity was typed. A blank field says that nothing is forecast. */
    SheetEdit edit() {
        List<SheetEdit.Entry> entries = new ArrayList<>();
        List<Refused.FieldError> errors = new ArrayList<>();
        List<String> brands = brands();
        for (int i = 0; i < brands.size(); i++) {
            Optional<Integer> number = TypedNumber.of(cartons.get(i));
            if (number.isEmpty() && !cartons.get(i).isBlank()) {
                errors.add(new Refused.FieldError(
                        "forecasts[" + i + "].cartons",
                        Message.of("FORECAST_QUANTITY_EXPECTED", "most", Forecasts.MOST_CARTONS)));
            }
            entries.add(new SheetEdit.Entry(brands.get(i), number.orElse(null)));
        }
        if (!errors.isEmpty()) {
            throw Refused.fields(errors);
        }
        return new SheetEdit(entries);
    }

    /** What was typed, with the reasons why it was refused. */
    Shown again(Refused refused) {
        Map<String, String> typed = new HashMap<>();
        Map<String, Message> wrong = new HashMap<>();
        List<String> brands = brands();
        for (int i = 0; i < brands.size(); i++) {
            String place = "forecasts[" + i + "].";
            typed.put(brands.get(i), cartons.get(i));
            for (Refused.FieldError error : refused.fieldErrors()) {
                if (error.field().startsWith(place)) {
                    wrong.put(brands.get(i), error.reason());
                }
            }
        }
        return new Shown(version(), typed, wrong, refused.reason());
    }
}
