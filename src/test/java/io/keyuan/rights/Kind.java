package io.keyuan.rights;

import java.util.List;

/** The objects with owners, as the API names them. */
enum Kind {
    CUSTOMER("customers", "name", List.of("phone", "revenue", "region"), "phone", "revenue"),
    CONTACT("contacts", "name", List.of("mobile", "position", "customer"), "mobile", ""),
    OPPORTUNITY("opportunities", "title", List.of("amount", "nextStep", "stage"), "", "amount"),
    CONTACT_LOG("contact-logs", "subject", List.of("result", "happenedAt"), "", ""),
    TASK("tasks", "title", List.of("dueDate", "remarks"), "", "");

    private final String path;
    private final String title;
    private final List<String> guarded;
    private final String phone;
    private final String money;

    Kind(String path, String title, List<String> guarded, String phone, String money) {
        this.path = path;
        this.title = title;
        this.guarded = guarded;
        this.phone = phone;
        this.money = money;
    }

    String path() {
        return path;
    }

    String address() {
        return "/api/v1/" + path;
    }

    String title() {
        return title;
    }

    /** Attributes that roles may keep from people. */
    List<String> guarded() {
        return guarded;
    }

    /** By whose digits records are found; empty where there is none. */
    String phone() {
        return phone;
    }

    /** What can be added up; empty where there is nothing. */
    String money() {
        return money;
    }

    /** What hangs on a customer is seen by whoever sees the customer for its owner's sake. */
    boolean hangs() {
        return this != CUSTOMER;
    }
}
