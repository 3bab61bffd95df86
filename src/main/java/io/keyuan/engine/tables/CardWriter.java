package io.keyuan.engine.tables;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardWriter;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Address;
import ezvcard.property.Organization;
import ezvcard.property.Uid;
import io.keyuan.engine.CardField;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/** Writes rows as the cards of an address book: vCard 3.0, which every telephone reads. */
public final class CardWriter implements CellWriter {

    /** Where the record's id stands, so that it is known again whatever its UID is. */
    static final String ID = "X-KEYUAN-ID";

    /** Lines are to have no more than 75 bytes, and a Chinese character takes three. */
    static final int LINE = 25;

    private final VCardWriter cards;
    private final Places<CardField> places;

    private CardWriter(VCardWriter cards, Places<CardField> places) {
        this.cards = cards;
        this.places = places;
    }

    public static CardWriter to(OutputStream out, Places<CardField> places) {
        var cards = new VCardWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), VCardVersion.V3_0);
        cards.setAddProdId(false);
        cards.getVObjectWriter().getFoldedLineWriter().setLineLength(LINE);
        return new CardWriter(cards, places);
    }

    /** Cards have no heading. */
    @Override
    public void header(List<String> names) {}

    @Override
    public void write(List<Cell> cells) throws IOException {
        var card = new VCard();
        card.setUid(new Uid(places.uid(cells)));
        Instant updated = places.updatedAt(cells);
        if (updated != null) {
            card.setRevision(updated);
        }
        card.setFormattedName(places.text(cells, CardField.NAME));
        organisation(card, cells);
        given(cells, CardField.POSITION, card::addTitle);
        given(cells, CardField.MOBILE, number -> card.addTelephoneNumber(number, TelephoneType.CELL));
        given(cells, CardField.PHONE, number -> card.addTelephoneNumber(number, TelephoneType.WORK, TelephoneType.VOICE));
        given(cells, CardField.EMAIL, card::addEmail);
        given(cells, CardField.WEBSITE, card::addUrl);
        given(cells, CardField.ADDRESS, text -> card.addAddress(address(text)));
        given(cells, CardField.BIRTHDAY, day -> card.setBirthday(LocalDate.parse(day)));
        given(cells, CardField.NOTE, card::addNote);
        card.addExtendedProperty(ID, places.id(cells));
        cards.write(card);
    }

    private void given(List<Cell> cells, CardField field, Consumer<String> put) {
        String text = places.text(cells, field);
        if (!text.isEmpty()) {
            put.accept(text);
        }
    }

    private void organisation(VCard card, List<Cell> cells) {
        var organisation = new Organization();
        String name = places.text(cells, CardField.ORGANISATION);
        String unit = places.text(cells, CardField.UNIT);
        if (!name.isEmpty() || !unit.isEmpty()) {
            organisation.getValues().add(name);
        }
        if (!unit.isEmpty()) {
            organisation.getValues().add(unit);
        }
        if (!organisation.getValues().isEmpty()) {
            card.setOrganization(organisation);
        }
    }

    private static Address address(String text) {
        var address = new Address();
        address.setStreetAddress(text);
        return address;
    }

    @Override
    public void close() throws IOException {
        cards.close();
    }
}
