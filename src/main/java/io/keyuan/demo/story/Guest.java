package io.keyuan.demo.story;

/** Those of the sample company's people as whom one can look around: one of each kind. */
public enum Guest {
    DIRECTOR(Staff.DIRECTOR, "demo-director", "the director, who sees and may everything"),
    MANAGER(Staff.MANAGER, "demo-manager", "a sales manager"),
    SELLER(Staff.SELLER, "demo-seller", "a seller");

    private final int person;
    private final String login;
    private final String role;

    Guest(int person, String login, String role) {
        this.person = person;
        this.login = login;
        this.role = role;
    }

    public String login() {
        return login;
    }

    /** In English, for the terminal. */
    public String role() {
        return role;
    }

    int person() {
        return person;
    }

    /** What somebody signs in as: the guests with a name that is easy to type, the others with their address. */
    static String login(int person, String mailbox) {
        for (Guest guest : values()) {
            if (guest.person == person) {
                return guest.login;
            }
        }
        return mailbox;
    }
}
