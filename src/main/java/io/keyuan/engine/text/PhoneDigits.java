package io.keyuan.engine.text;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The digits of a telephone number, or of the part of one that somebody typed.
 *
 * @param whole every digit as written
 * @param tail the digits without the country code, if one was written; always the end of the whole
 * @param national the tail without the zero dialled before an area code
 */
public record PhoneDigits(String whole, String tail, String national) {
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9(][0-9 ().-]*[0-9]");
    private static final int SHORTEST = 3;
    /** Digits from which on a leading zero is taken for that of an area code. */
    private static final int WITH_AREA = 5;

    /**
     * Every number in a folded text; groups of digits with blanks, dots, hyphens or brackets between are one
     * number.
     */
    static List<PhoneDigits> in(String folded) {
        List<PhoneDigits> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(folded);
        while (matcher.find()) {
            PhoneDigits number = of(matcher.group());
            if (number.whole.length() >= SHORTEST) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    /** The digits of one number as somebody wrote it. */
    public static PhoneDigits of(String written) {
        String whole = digits(written);
        String tail = withoutCountry(written, whole);
        String known = whole.endsWith(tail) ? tail : whole;
        return new PhoneDigits(whole, known, withoutTrunkZero(known));
    }

    /** Whether the number begins or ends with the digits, the country code counted or not. */
    boolean has(PhoneDigits typed) {
        return whole.startsWith(typed.whole)
                || national.startsWith(typed.national)
                || whole.endsWith(typed.tail);
    }

    private static String digits(String written) {
        StringBuilder digits = new StringBuilder(written.length());
        written.chars().filter(Hanzi::isDigit).forEach(c -> digits.append((char) c));
        return digits.toString();
    }

    private static String withoutCountry(String written, String whole) {
        String international = whole.startsWith("00") ? whole.substring(2) : whole;
        boolean chinese = international.startsWith("86") && international.length() >= 12;
        if (chinese) {
            return international.substring(2);
        }
        return written.startsWith("+") || whole.startsWith("00") ? parsed("+" + international) : whole;
    }

    private static String parsed(String international) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            return numbers.getNationalSignificantNumber(numbers.parse(international, null));
        } catch (NumberParseException e) {
            return international.substring(1);
        }
    }

    private static String withoutTrunkZero(String digits) {
        boolean trunk = digits.length() >= WITH_AREA && digits.charAt(0) == '0' && digits.charAt(1) != '0';
        return trunk ? digits.substring(1) : digits;
    }
}
