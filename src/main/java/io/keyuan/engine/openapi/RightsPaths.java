package io.keyuan.engine.openapi;

import static io.keyuan.engine.openapi.Json.list;
import static io.keyuan.engine.openapi.Json.members;
import static io.keyuan.engine.openapi.Json.number;
import static io.keyuan.engine.openapi.Json.object;
import static io.keyuan.engine.openapi.Json.oneOf;
import static io.keyuan.engine.openapi.Json.optional;
import static io.keyuan.engine.openapi.Json.orNull;
import static io.keyuan.engine.openapi.Json.schema;
import static io.keyuan.engine.openapi.Json.text;
import static io.keyuan.engine.openapi.Json.yesNo;

import io.keyuan.engine.ProblemKind;
import java.util.List;
import java.util.Map;

/** Roles, who has them, and the rules by which records are given to people who do not own them. */
final class RightsPaths {

    private static final String ROLES = "roles";
    private static final String SHARING = "sharing";
    private static final String ROLE = "Role";
    private static final String RULE = "SharingRule";
    private static final String ID = "01900000-0000-7000-8000-000000000000";

    private RightsPaths() {}

    static Map<String, Object> described() {
        return object(
                "/api/v1/roles", object("get", roles(), "post", createRole()),
                "/api/v1/roles/{id}", object("get", role(), "put", changeRole(), "delete", deleteRole()),
                "/api/v1/roles/{id}/reset", object("post", resetRole()),
                "/api/v1/users/{id}/roles", object("get", rolesOfPerson(), "put", giveRoles()),
                "/api/v1/sharing-rules", object("get", rules(), "post", createRule()),
                "/api/v1/sharing-rules/{id}", object("put", changeRule(), "delete", deleteRule()),
                "/api/v1/session/view-as", object("post", viewAs(), "delete", endViewAs()));
    }

    static Map<String, Object> schemas() {
        return object("RoleGrant", grant(), ROLE, roleSchema(), "RoleDraft", roleDraft(), RULE, ruleSchema(), "SharingRuleDraft", ruleDraft());
    }

    private static Map<String, Object> right() {
        return oneOf("create", "read", "edit", "delete", "import", "export", "assign", "bulk", "configure");
    }

    private static Map<String, Object> range() {
        return optional(
                "scopes", list(oneOf("own", "collaborator", "reports", "department", "departmentAndBelow", "departments", "all")),
                "departments", list(text("uuid")));
    }

    private static Map<String, Object> grant() {
        return optional(
                "object", text(),
                "rights", list(right()),
                "read", range(),
                "write", range(),
                "attributes", object("type", "object", "additionalProperties", oneOf("hidden", "masked", "read", "write")));
    }

    private static Map<String, Object> roleSchema() {
        return members(
                "id", orNull(text("uuid")), "code", orNull(text()), "name", text(), "description", orNull(text()), "version", number(),
                "initial", yesNo(), "changed", yesNo(), "people", number(), "grants", list(schema("RoleGrant")));
    }

    private static Map<String, Object> roleDraft() {
        return optional(
                "name", orNull(text()), "description", orNull(text()), "version", number(), "initial", yesNo(),
                "grants", list(schema("RoleGrant")));
    }

    private static Map<String, Object> roles() {
        return new Operation(ROLES, "listRoles", "The company's roles, the ready-made ones first")
                .answers(200, "All of them; the administrator's has no id and cannot be changed.", members("items", list(schema(ROLE))))
                .fails(ProblemKind.FORBIDDEN)
                .described();
    }

    private static Map<String, Object> role() {
        return new Operation(ROLES, "getRole", "One role")
                .takes("Id")
                .answers(200, "The role.", schema(ROLE))
                .fails(ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND)
                .described();
    }

    private static Map<String, Object> createRole() {
        return new Operation(ROLES, "createRole", "Make a role")
                .says("People with several roles may what each of them allows. What may be changed may be seen.")
                .bodyByExample(schema("RoleDraft"))
                .answers(201, "The role.", schema(ROLE))
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.DUPLICATE, ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> changeRole() {
        return new Operation(ROLES, "changeRole", "Change a role")
                .says("The body carries the version it was made from.")
                .takes("Id")
                .bodyByExample(schema("RoleDraft"))
                .answers(200, "The role.", schema(ROLE))
                .fails(
                        ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND, ProblemKind.DUPLICATE, ProblemKind.STALE,
                        ProblemKind.RULE_BROKEN, ProblemKind.PRECONDITION_REQUIRED)
                .described();
    }

    private static Map<String, Object> resetRole() {
        return new Operation(ROLES, "resetRole", "Make a ready-made role what it was")
                .takes("Id")
                .query("version", "The version it is reset from.", true, number())
                .answers(200, "The role.", schema(ROLE))
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND, ProblemKind.STALE, ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> deleteRole() {
        return new Operation(ROLES, "deleteRole", "Remove a role the company made")
                .takes("Id")
                .answers(204, "Gone; people who had it have one role less.")
                .fails(ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND, ProblemKind.CONFLICT)
                .described();
    }

    private static Map<String, Object> rolesOfPerson() {
        return new Operation(ROLES, "getRolesOfUser", "The roles a person was given")
                .takes("Id")
                .answers(200, "None for whoever has the initial role.", optional("roles", list(text("uuid"))))
                .fails(ProblemKind.FORBIDDEN)
                .described();
    }

    private static Map<String, Object> giveRoles() {
        return new Operation(ROLES, "giveRoles", "Give a person these roles and no others")
                .takes("Id")
                .body(optional("roles", list(text("uuid"))), object("roles", List.of()))
                .answers(200, "The roles.", optional("roles", list(text("uuid"))))
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.NOT_FOUND, ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> target() {
        return optional("kind", oneOf("user", "team", "department"), "id", text("uuid"), "title", orNull(text()));
    }

    private static Map<String, Object> ruleSchema() {
        return members(
                "id", text("uuid"), "object", text(), "name", text(), "condition", text(), "editing", yesNo(), "along", yesNo(),
                "active", yesNo(), "targets", list(target()), "job", orNull(schema("Job")));
    }

    private static Map<String, Object> ruleDraft() {
        return optional(
                "object", text(), "name", text(), "condition", text(), "editing", yesNo(), "along", yesNo(), "active", yesNo(),
                "targets", list(target()));
    }

    private static Map<String, Object> rules() {
        return new Operation(SHARING, "listSharingRules", "The sharing rules of the objects the caller may set up")
                .answers(200, "All of them.", members("items", list(schema(RULE))))
                .described();
    }

    private static Map<String, Object> createRule() {
        return new Operation(SHARING, "createSharingRule", "Give all records that meet a condition to people, teams or departments")
                .says("The condition may use the record's own attributes only. A job gives what there is; what is written later follows at once.")
                .bodyByExample(schema("SharingRuleDraft"))
                .answers(201, "The rule.", schema(RULE))
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> changeRule() {
        return new Operation(SHARING, "changeSharingRule", "Change a sharing rule")
                .takes("Id")
                .bodyByExample(schema("SharingRuleDraft"))
                .answers(200, "The rule.", schema(RULE))
                .fails(ProblemKind.MALFORMED, ProblemKind.NOT_FOUND, ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> deleteRule() {
        return new Operation(SHARING, "deleteSharingRule", "Remove a sharing rule, and with it what it gives")
                .takes("Id")
                .answers(204, "Gone.")
                .fails(ProblemKind.NOT_FOUND)
                .described();
    }

    private static Map<String, Object> viewAs() {
        return new Operation("session", "viewAs", "See what somebody else sees")
                .says("For administrators, at a browser. Nothing can be changed until it ends; it is kept in the audit trail.")
                .body(optional("user", optional("id", text("uuid"))), object("user", object("id", ID)))
                .answers(204, "From now on.")
                .fails(ProblemKind.MALFORMED, ProblemKind.FORBIDDEN, ProblemKind.RULE_BROKEN)
                .described();
    }

    private static Map<String, Object> endViewAs() {
        return new Operation("session", "endViewAs", "See with one's own eyes again")
                .answers(204, "Whether somebody else's were used or not.")
                .fails(ProblemKind.FORBIDDEN)
                .described();
    }
}
