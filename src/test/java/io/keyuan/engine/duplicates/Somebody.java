package io.keyuan.engine.duplicates;

import java.util.List;

/**
 * One side of a labelled pair, as somebody may have typed it; empty texts where they did not.
 *
 * @param person whether it is a person; an organisation else
 * @param phone of a person the mobile
 * @param switchboard of a person only: the number of where they work
 * @param company of a person only
 */
record Somebody(boolean person, String name, String phone, String email, String code, String city, String address, String company, String switchboard) {

    static Somebody read(boolean person, List<String> cells) {
        return new Somebody(
                person, cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4), cells.get(5), cells.get(6), cells.get(7));
    }

    List<String> cells() {
        return List.of(name, phone, email, code, city, address, company, switchboard);
    }

    Somebody named(String name) {
        return new Somebody(person, name, phone, email, code, city, address, company, switchboard);
    }

    Somebody at(String phone, String email) {
        return new Somebody(person, name, phone, email, code, city, address, company, switchboard);
    }

    Somebody registered(String code) {
        return new Somebody(person, name, phone, email, code, city, address, company, switchboard);
    }

    Somebody in(String city, String address) {
        return new Somebody(person, name, phone, email, code, city, address, company, switchboard);
    }

    Somebody working(String company, String switchboard) {
        return new Somebody(person, name, phone, email, code, city, address, company, switchboard);
    }
}
