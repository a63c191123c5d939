package io.plimsoll.ledger;

/** How moments and days are written: of one length each, so that texts sort as what they mean. */
final class Moment {

    private static final String DATE = "0000-00-00";
    private static final String MOMENT = "0000-00-00T00:00:00.000000Z";
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private Moment() {}

    /** Whether it is a moment in UTC with six decimals, {@code 2026-11-29T12:13:14.123456Z}; there are no leap seconds. */
    static boolean is(String text) {
        return hasShape(text, MOMENT)
                && isDay(text)
                && number(text, 11) < 24
                && number(text, 14) < 60
                && number(text, 17) < 60;
    }

    /** Whether it is a day, {@code 2026-11-29}. */
    static boolean isDate(String text) {
        return hasShape(text, DATE) && isDay(text);
    }

    /** The day of a moment. */
    static String date(String moment) {
        return moment.substring(0, DATE.length());
    }

    private static boolean hasShape(String text, String shape) {
        if (text.length() != shape.length()) {
            return false;
        }
        for (int i = 0; i < shape.length(); i++) {
            char c = text.charAt(i);
            boolean fits = shape.charAt(i) == '0' ? c >= '0' && c <= '9' : c == shape.charAt(i);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDay(String text) {
        int year = 100 * number(text, 0) + number(text, 2);
        int month = number(text, 5);
        int day = number(text, 8);
        if (month < 1 || month > DAYS.length || day < 1) {
            return false;
        }
        boolean isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return day <= (month == 2 && isLeap ? 29 : DAYS[month - 1]);
    }

    private static int number(String text, int at) {
        return 10 * (text.charAt(at) - '0') + text.charAt(at + 1) - '0';
    }
}
