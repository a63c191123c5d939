package io.plimsoll.service.people;

import io.plimsoll.message.Message;
import io.plimsoll.service.right.Role;
import io.plimsoll.service.web.Refused;
import io.plimsoll.service.web.Refused.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What somebody is to be, as it came in; {@link #checked} says whether it can be.
 *
 * @param name null where it stays as it is
 * @param active null where nothing was said
 */
record PersonDraft(
        String name,
        String displayName,
        Role role,
        String retailer,
        String manager,
        List<String> territories,
        Boolean active) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,79}");
    private static final int LONGEST_DISPLAY_NAME = 120;
    private static final int LONGEST_KEY = 64;
    private static final int MOST_TERRITORIES = 200;

    PersonDraft {
        name = stripped(name);
        displayName = stripped(displayName);
        retailer = stripped(retailer);
        manager = stripped(manager);
        territories = territories == null
                ? List.of()
                : List.copyOf(new TreeSet<>(territories.stream()
                        .map(each -> each == null ? "" : each.strip())
                        .toList()));
    }

    private static String stripped(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /**
     * This draft, once it is sure that the database can hold it.
     *
     * @param isNew whether it is somebody who was not there before, and so needs a name
     * @throws Refused with every field that is wrong
     */
    PersonDraft checked(boolean isNew) {
        List<FieldError> wrong = new ArrayList<>();
        if (isNew && (name == null || !NAME.matcher(name).matches())) {
            wrong.add(new FieldError("name", Message.of("PERSON_NAME_FORM")));
        }
        if (displayName == null || !isPlain(displayName, LONGEST_DISPLAY_NAME)) {
            wrong.add(new FieldError("displayName", Message.of("PERSON_DISPLAY_NAME_FORM")));
        }
        if (active == null) {
            wrong.add(new FieldError("active", Message.of("PERSON_ACTIVE_NEEDED")));
        }
        if (role == null) {
            wrong.add(new FieldError("role", Message.of("PERSON_ROLE_NEEDED")));
        } else {
            checkWhatGoesWithTheRole(wrong);
        }
        if (!wrong.isEmpty()) {
            throw Refused.fields(wrong);
        }
        return this;
    }

    private void checkWhatGoesWithTheRole(List<FieldError> wrong) {
        if (role == Role.RETAILER && !isKey(retailer)) {
            wrong.add(new FieldError("retailer", Message.of("PERSON_RETAILER_FORM")));
        }
        if (role != Role.RETAILER && retailer != null) {
            wrong.add(new FieldError("retailer", Message.of("PERSON_RETAILER_ONLY")));
        }
        if (role == Role.CUSTOMER_MANAGER && !isKey(manager)) {
            wrong.add(new FieldError("manager", Message.of("PERSON_MANAGER_FORM")));
        }
        if (role != Role.CUSTOMER_MANAGER && manager != null) {
            wrong.add(new FieldError("manager", Message.of("PERSON_MANAGER_ONLY")));
        }
        if (role == Role.MARKET_MANAGER
                && !(territories.size() <= MOST_TERRITORIES
                        && territories.stream().allMatch(PersonDraft::isKey))) {
            wrong.add(new FieldError("territories", Message.of("PERSON_TERRITORIES_FORM")));
        }
        if (role != Role.MARKET_MANAGER && !territories.isEmpty()) {
            wrong.add(new FieldError("territories", Message.of("PERSON_TERRITORIES_ONLY")));
        }
    }

    private static boolean isKey(String text) {
        return text != null && !text.isEmpty() && isPlain(text, LONGEST_KEY);
    }

    private static boolean isPlain(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                && text.codePoints().noneMatch(each -> {
                    int type = Character.getType(each);
                    return type == Character.CONTROL || type == Character.SURROGATE;
                });
    }
}
