package io.keyuan.engine;

/** What an object can do beyond being stored; each switches behaviour of the engine on. */
public enum Capability {
    /** Belongs to a person; said by {@code owned()}. */
    OWNED,
    /** Shows what happened to it and with it. */
    TIMELINE,
    /** Rows can be brought in from files. */
    IMPORTABLE,
    /** Shown in the search box's results. */
    SEARCHABLE,
    /** Several records that are about the same can be made one. */
    MERGEABLE,
    /** The people who sign in and own records: exactly one object of the program. */
    PEOPLE,
    /** Read by everybody, changed by administrators only. */
    KEPT_BY_ADMINISTRATORS,
    /** Read by everybody, changed by those who lead others and by administrators. */
    KEPT_BY_LEADERS,
    /** Administrators' only, until a role is given something of it. */
    GIVEN_BY_ROLES,
    /** Has no place of its own in the console's navigation. */
    HIDDEN
}
