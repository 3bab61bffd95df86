package io.keyuan.engine.automation;

import io.keyuan.engine.Access;
import io.keyuan.engine.Attribute;
import io.keyuan.engine.BadValue;
import io.keyuan.engine.Caller;
import io.keyuan.engine.Fault;
import io.keyuan.engine.FileType;
import io.keyuan.engine.LinesType;
import io.keyuan.engine.ObjectType;
import io.keyuan.engine.ObjectTypes;
import io.keyuan.engine.OutgoingMail;
import io.keyuan.engine.Principals;
import io.keyuan.engine.Right;
import io.keyuan.engine.Staff;
import io.keyuan.engine.TextType;
import io.keyuan.engine.TimeType;
import io.keyuan.engine.DateType;
import io.keyuan.engine.document.TextFields;
import io.keyuan.engine.pipeline.Coercions;
import io.keyuan.engine.webhook.RuleMessages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes actions of what somebody writes, or says what is wrong with it. */
@Component
class ActionReading {

    private static final int MOST = 10;
    private static final int MOST_VALUES = 50;
    private static final int MOST_RECIPIENTS = 20;
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_SUBJECT = 200;
    private static final int FURTHEST_DAYS = 3_650;
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final ObjectTypes types;
    private final Access access;
    private final Staff staff;
    private final Principals principals;
    private final Recipients recipients;
    private final TextFields texts;
    private final Coercions coercions;
    private final RuleMessages messages;
    private final OutgoingMail mail;

    ActionReading(
            ObjectTypes types, Access access, Staff staff, Principals principals, Recipients recipients, TextFields texts, Coercions coercions,
            RuleMessages messages, OutgoingMail mail) {
        this.types = types;
        this.access = access;
        this.staff = staff;
        this.principals = principals;
        this.recipients = recipients;
        this.texts = texts;
        this.coercions = coercions;
        this.messages = messages;
        this.mail = mail;
    }

    /** @return those there is nothing wrong with; what is wrong with the others stands among the faults then */
    List<Action> read(ObjectType type, @Nullable List<AutomationRuleBody.@Nullable ActionBody> bodies, List<Fault> faults) {
        if (bodies == null || bodies.isEmpty()) {
            faults.add(Fault.at("actions", "required"));
            return List.of();
        }
        if (bodies.size() > MOST) {
            faults.add(Fault.at("actions", "too-many", MOST));
            return List.of();
        }
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            AutomationRuleBody.ActionBody body = bodies.get(i);
            Action.Kind kind = body == null ? null : Action.Kind.of(body.kind());
            if (body == null || kind == null) {
                faults.add(Fault.at("actions[" + i + "]", "one-of", "set, create, assign, notify, mail, webhook"));
            } else {
                actions.add(new OfOne(type, "actions[" + i + "]", kind, body, faults).action());
            }
        }
        return actions;
    }

    static @Nullable UUID id(@Nullable String text) {
        return text != null && ID.matcher(text).matches() ? UUID.fromString(text) : null;
    }

    /** One of them, as it is read. */
    private final class OfOne {

        private final ObjectType type;
        private final String path;
        private final Action.Kind kind;
        private final AutomationRuleBody.ActionBody body;
        private final List<Fault> faults;

        OfOne(ObjectType type, String path, Action.Kind kind, AutomationRuleBody.ActionBody body, List<Fault> faults) {
            this.type = type;
            this.path = path;
            this.kind = kind;
            this.body = body;
            this.faults = faults;
        }

        Action action() {
            return switch (kind) {
                case SET -> new Action(kind, null, values(type), null, List.of(), null, null);
                case CREATE -> create();
                case ASSIGN -> new Action(kind, null, List.of(), person(), List.of(), null, null);
                case NOTIFY -> new Action(kind, null, List.of(), null, to(), text("text", body.text()), null);
                case MAIL -> new Action(kind, null, List.of(), null, List.of(), text("text", body.text()), null, address(), subject());
                case WEBHOOK -> new Action(kind, null, List.of(), null, List.of(), null, webhook());
            };
        }

        private void fault(String part, String code, Object... args) {
            faults.add(Fault.at(path + "." + part, code, args));
        }

        private Action create() {
            ObjectType made = body.object() == null ? null : types.byPath(body.object());
            if (made == null) {
                fault("object", body.object() == null ? "required" : "bad-value");
            } else if (!access.may(Right.CREATE, made)) {
                fault("object", "may-not-create");
            }
            return new Action(kind, made == null ? null : made.name(), made == null ? List.of() : values(made), null, List.of(), null, null);
        }

        private String address() {
            String address = text("address", body.address());
            if (!address.isEmpty() && !address.contains("{{") && !mail.isAddress(address)) {
                fault("address", "not-email");
            }
            // What a letter says leaves the company, as a file does.
            if (!access.may(Right.EXPORT, type)) {
                fault("address", "may-not-export");
            }
            return address;
        }

        private String subject() {
            String subject = text("subject", body.subject());
            if (subject.length() > LONGEST_SUBJECT) {
                fault("subject", "too-long", LONGEST_SUBJECT, subject.length());
            }
            return subject;
        }

        /** Which ones there are, administrators know. */
        private @Nullable UUID webhook() {
            UUID webhook = body.webhook() == null ? null : id(body.webhook().id());
            if (webhook == null || !Caller.current().administers() || !messages.webhooks().containsKey(webhook)) {
                fault("webhook", "unknown-reference");
            }
            return webhook;
        }

        private static boolean isBlank(@Nullable String said) {
            return said == null || said.isBlank();
        }

        private @Nullable UUID person() {
            if (type.owner() == null) {
                fault("person", "belongs-to-nobody");
                return null;
            }
            AutomationRuleBody.Named named = body.person();
            UUID person = named == null ? null : id(named.id());
            if (named != null && (person == null || staff.there(Set.of(person)).isEmpty())) {
                fault("person", isBlank(named.id()) ? "required" : "cannot-own");
            }
            return person;
        }

        private List<Action.Value> values(ObjectType made) {
            List<AutomationRuleBody.@Nullable ValueBody> given = Objects.requireNonNullElse(body.values(), List.of());
            if (given.isEmpty() || given.size() > MOST_VALUES) {
                fault("values", given.isEmpty() ? "required" : "too-many", MOST_VALUES);
                return List.of();
            }
            List<Action.Value> values = new ArrayList<>();
            Set<String> names = new HashSet<>();
            for (int i = 0; i < given.size(); i++) {
                Action.Value value = value(made, "values[" + i + "]", given.get(i));
                if (value != null && !names.add(value.attribute())) {
                    fault("values[" + i + "]", "automation-twice");
                } else if (value != null) {
                    values.add(value);
                }
            }
            return values;
        }

        private Action.@Nullable Value value(ObjectType made, String part, AutomationRuleBody.@Nullable ValueBody given) {
            Attribute<?> attribute = given == null || given.attribute() == null ? null : made.find(given.attribute());
            if (given == null || attribute == null || !access.mayRead(attribute)) {
                fault(part, given == null || isBlank(given.attribute()) ? "required" : "unknown-attribute");
                return null;
            }
            if (!attribute.isWritable() || attribute.type() instanceof LinesType || attribute.type() instanceof FileType || !access.mayWrite(attribute)) {
                fault(part, "not-writable");
                return null;
            }
            if (Stream.of(given.value(), given.text(), given.days(), given.from()).filter(Objects::nonNull).count() > 1) {
                fault(part, "automation-one-value");
                return null;
            }
            check(part, attribute, given);
            return new Action.Value(attribute.name(), given.value(), given.text(), given.days(), given.from());
        }

        private void check(String part, Attribute<?> attribute, AutomationRuleBody.ValueBody given) {
            if (given.text() != null) {
                if (!(attribute.type() instanceof TextType)) {
                    fault(part, "not-text");
                }
                text(part, given.text());
            } else if (given.days() != null) {
                boolean ofTime = attribute.type() instanceof DateType || attribute.type() instanceof TimeType;
                if (!ofTime || Math.abs((long) given.days()) > FURTHEST_DAYS) {
                    fault(part, ofTime ? "above-maximum" : "automation-no-date", FURTHEST_DAYS);
                }
            } else if (given.from() != null) {
                copied(part, attribute, given.from());
            } else if (given.value() != null) {
                literal(part, attribute, given.value());
            }
        }

        private void copied(String part, Attribute<?> attribute, String from) {
            Attribute<?> source = type.find(from);
            boolean itself = from.equals(ActionValues.ITSELF);
            if (source == null || !access.mayRead(source)) {
                fault(part, isBlank(from) ? "required" : "unknown-attribute");
            } else if (itself ? !type.equals(types.target(attribute)) : !isAlike(attribute, source)) {
                fault(part, "automation-other-kind");
            }
        }

        private boolean isAlike(Attribute<?> attribute, Attribute<?> source) {
            return attribute.type().getClass().equals(source.type().getClass()) && Objects.equals(types.target(attribute), types.target(source));
        }

        private void literal(String part, Attribute<?> attribute, Object value) {
            try {
                attribute.type().coerce(value, coercions.of(attribute));
            } catch (BadValue bad) {
                faults.addAll(bad.faults(path + "." + part));
            }
        }

        private String text(String part, @Nullable String given) {
            if (given == null || given.isBlank()) {
                fault(part, "required");
                return "";
            }
            try {
                String text = TextType.lines(given, LONGEST_TEXT);
                faults.addAll(texts.check(type, path + "." + part, text));
                return text;
            } catch (BadValue bad) {
                faults.add(new Fault(path + "." + part, bad.code(), bad.args()));
                return "";
            }
        }

        private List<Action.Recipient> to() {
            List<AutomationRuleBody.@Nullable RecipientBody> given = Objects.requireNonNullElse(body.to(), List.of());
            if (given.isEmpty() || given.size() > MOST_RECIPIENTS) {
                fault("to", given.isEmpty() ? "required" : "too-many", MOST_RECIPIENTS);
            }
            List<Action.Recipient> read = new ArrayList<>();
            for (AutomationRuleBody.RecipientBody each : given) {
                Action.Recipient recipient = each == null ? null : recipient(each);
                if (recipient == null) {
                    fault("to", "unknown-reference");
                } else {
                    read.add(recipient);
                }
            }
            return read.stream().distinct().toList();
        }

        private Action.@Nullable Recipient recipient(AutomationRuleBody.RecipientBody given) {
            if (Action.Recipient.BY_ATTRIBUTE.equals(given.kind())) {
                Attribute<?> attribute = given.attribute() == null ? null : type.find(given.attribute());
                return attribute != null && recipients.isOfPeople(attribute) && access.mayRead(attribute)
                        ? new Action.Recipient(Action.Recipient.BY_ATTRIBUTE, null, attribute.name())
                        : null;
            }
            UUID id = id(given.id());
            boolean known = id != null && given.kind() != null && principals.kinds().contains(given.kind())
                    && principals.of(given.kind(), Set.of(id)).containsKey(id);
            return known ? new Action.Recipient(Objects.requireNonNull(given.kind()), id, null) : null;
        }
    }
}
