package io.keyuan.engine.tables;

import ezvcard.VCard;
import ezvcard.io.text.VCardReader;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Address;
import ezvcard.property.Birthday;
import ezvcard.property.RawProperty;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.TextListProperty;
import java.io.IOException;
import java.io.Reader;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cards of an address book: vCard 2.1, 3.0 and 4.0. */
final class CardEntries implements Entries {

    private final PieceReader text;
    private final VCardReader cards;
    private long number;

    CardEntries(Reader reader) {
        text = new PieceReader(reader);
        cards = new VCardReader(text);
    }

    @Override
    public @Nullable Entry next() throws IOException {
        text.begin(number + 1);
        VCard card = cards.readNext();
        if (card == null) {
            return null;
        }
        number++;
        return entry(card);
    }

    /** Cards are counted, not lines. */
    @Override
    public long line() {
        return number;
    }

    private static Entry entry(VCard card) {
        var entry = new Entry();
        RawProperty own = card.getExtendedProperty(CardWriter.ID);
        if (own != null) {
            entry.put(EntryColumn.ID, own.getValue());
        } else if (card.getUid() != null) {
            entry.put(EntryColumn.EXTERNAL_ID, card.getUid().getValue());
        }
        entry.put(EntryColumn.NAME, name(card));
        card.getOrganizations().forEach(organisation -> {
            List<String> values = organisation.getValues();
            entry.put(EntryColumn.ORGANISATION, values.isEmpty() ? null : values.getFirst());
            entry.put(EntryColumn.UNIT, values.stream().skip(1).collect(Collectors.joining(" ")));
        });
        card.getTitles().forEach(title -> entry.put(EntryColumn.POSITION, title.getValue()));
        card.getTelephoneNumbers().forEach(number -> telephone(entry, number));
        card.getEmails().forEach(email -> entry.put(EntryColumn.EMAIL, email.getValue()));
        card.getUrls().forEach(url -> entry.put(EntryColumn.WEBSITE, url.getValue()));
        card.getAddresses().forEach(address -> entry.put(EntryColumn.ADDRESS, address(address)));
        card.getBirthdays().forEach(birthday -> birthday(entry, birthday));
        card.getNotes().forEach(note -> entry.put(EntryColumn.NOTE, note.getValue()));
        card.getNicknames().stream().map(TextListProperty::getValues).forEach(names -> entry.other("Nickname", String.join(", ", names)));
        card.getImpps().forEach(messenger -> entry.other("IMPP", String.valueOf(messenger.getUri())));
        return entry;
    }

    private static @Nullable String name(VCard card) {
        if (card.getFormattedName() != null && card.getFormattedName().getValue() != null) {
            return card.getFormattedName().getValue();
        }
        StructuredName parts = card.getStructuredName();
        if (parts == null) {
            return null;
        }
        String family = Objects.requireNonNullElse(parts.getFamily(), "");
        String given = Objects.requireNonNullElse(parts.getGiven(), "");
        return isHan(family + given) ? family + given : (given + " " + family).strip();
    }

    private static void telephone(Entry entry, Telephone telephone) {
        String number = telephone.getText() != null ? telephone.getText() : telephone.getUri() == null ? null : telephone.getUri().getNumber();
        List<TelephoneType> types = telephone.getTypes();
        if (types.contains(TelephoneType.FAX)) {
            entry.other("Fax", number);
        } else if (types.contains(TelephoneType.CELL) && !entry.has(EntryColumn.MOBILE)) {
            entry.put(EntryColumn.MOBILE, number);
        } else {
            entry.put(EntryColumn.PHONE, number);
        }
    }

    private static void birthday(Entry entry, Birthday birthday) {
        if (birthday.getDate() instanceof LocalDate day) {
            entry.put(EntryColumn.BIRTHDAY, day.toString());
        } else {
            entry.other("Birthday", String.valueOf(
                    birthday.getDate() != null ? birthday.getDate() : birthday.getPartialDate() != null ? birthday.getPartialDate() : birthday.getText()));
        }
    }

    /** From the large to the small in Chinese, the other way round elsewhere. */
    private static String address(Address address) {
        List<String> small = parts(address.getPoBox(), address.getExtendedAddressFull(), address.getStreetAddressFull());
        List<String> large = parts(address.getCountry(), address.getRegion(), address.getLocality());
        String all = String.join("", small) + String.join("", large);
        return isHan(all)
                ? String.join("", large) + String.join("", small)
                : Stream.concat(small.stream(), Stream.concat(parts(address.getPostalCode()).stream(), large.reversed().stream())).collect(Collectors.joining(", "));
    }

    private static List<String> parts(@Nullable String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isBlank()).map(String::strip).toList();
    }

    private static boolean isHan(String text) {
        return text.codePoints().anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
    }

    @Override
    public void close() throws IOException {
        cards.close();
    }
}
