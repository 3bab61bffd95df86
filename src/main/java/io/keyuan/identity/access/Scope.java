package io.keyuan.identity.access;

/** Whose records a role reaches; scopes add up. */
public enum Scope {
    /** One's own, and those of absent people one stands in for. */
    OWN,
    /** Those one was taken along to as a collaborator. */
    COLLABORATOR,
    /** Those of everybody whose chain of managers leads to oneself. */
    REPORTS,
    /** Those of the people of one's departments. */
    DEPARTMENT,
    /** And of the departments below them. */
    DEPARTMENT_AND_BELOW,
    /** Those of the people of departments that are named, and of those below. */
    DEPARTMENTS,
    ALL
}
