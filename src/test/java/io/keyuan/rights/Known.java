package io.keyuan.rights;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of a company: everything the rules speak of, and nothing of how the program keeps it. */
final class Known {

    /** Somebody of the company. */
    static final class Somebody {
        final String id;
        @Nullable String manager;
        final Set<String> departments = new HashSet<>();
        final Set<String> teams = new HashSet<>();
        final Set<String> roles = new HashSet<>();

        Somebody(String id) {
            this.id = id;
        }
    }

    record Away(String person, LocalDate from, LocalDate until, @Nullable String standIn) {}

    record Range(Set<String> scopes, Set<String> departments) {}

    record Allowed(Set<String> rights, Range read, Range write, Map<String, String> attributes) {}

    record Role(String id, Map<Kind, Allowed> allowed) {}

    /** A record. */
    static final class Thing {
        final Kind kind;
        final String id;
        final String name;
        final Map<String, Object> values;
        @Nullable String owner;
        @Nullable Thing customer;
        boolean deleted;

        Thing(Kind kind, String id, String name, Map<String, Object> values) {
            this.kind = kind;
            this.id = id;
            this.name = name;
            this.values = values;
        }

        String text(String attribute) {
            return String.valueOf(values.get(attribute));
        }

        String address() {
            return kind.address() + "/" + id;
        }

        @Override
        public String toString() {
            return name + " " + id + " of " + owner + (customer == null ? "" : " at " + customer.name);
        }
    }

    /** @param ended whether its last moment is past */
    record Share(String record, String principal, boolean collaborator, boolean editing, boolean along, boolean ended) {}

    /** Gives those records of a kind of which an attribute has a value. */
    record Rule(String id, Kind kind, String attribute, String value, Set<String> targets, boolean editing, boolean along, boolean active) {}

    final Map<String, @Nullable String> departmentAbove = new HashMap<>();
    final List<String> teams = new ArrayList<>();
    final Map<String, Somebody> people = new HashMap<>();
    final List<Away> away = new ArrayList<>();
    final Map<String, Role> roles = new HashMap<>();
    String initialRole = "";
    final List<Thing> things = new ArrayList<>();
    final List<Share> shares = new ArrayList<>();
    final List<Rule> rules = new ArrayList<>();
    LocalDate today = LocalDate.EPOCH;

    Somebody person(String id) {
        return Objects.requireNonNull(people.get(id));
    }

    List<Thing> of(Kind kind) {
        return things.stream().filter(thing -> thing.kind == kind).toList();
    }

    List<Thing> living() {
        return things.stream().filter(thing -> !thing.deleted).toList();
    }
}
