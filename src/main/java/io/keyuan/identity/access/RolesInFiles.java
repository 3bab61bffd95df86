package io.keyuan.identity.access;

import io.keyuan.engine.configuration.ListedPart;
import io.keyuan.engine.configuration.Portable;
import io.keyuan.identity.Department;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The roles, ready-made ones by their codes; of one that nobody has changed only whether it is the initial one. */
@Component
class RolesInFiles extends ListedPart<Role> {

    private static final String GRANTS = "grants";
    private static final List<String> RANGES = List.of("read", "write");
    private static final String DEPARTMENTS = "departments";

    private final RoleBook book;
    private final RoleController controller;
    private final RoleForm form;
    private final StoredPrincipals principals;
    private final Portable portable;

    RolesInFiles(RoleBook book, RoleController controller, RoleForm form, StoredPrincipals principals, Portable portable) {
        this.book = book;
        this.controller = controller;
        this.form = form;
        this.principals = principals;
        this.portable = portable;
    }

    /** @param grants by the object; objects that nothing is allowed with are not said */
    record Content(
            @Nullable String name, @Nullable String description, @Nullable Boolean initial, @Nullable Map<String, RoleForm.GrantForm> grants) {}

    @Override
    public String name() {
        return "roles";
    }

    @Override
    public Stage stage() {
        return Stage.ROLES;
    }

    @Override
    protected List<Role> items() {
        return book.all();
    }

    @Override
    protected String key(Role item) {
        return item.key();
    }

    @Override
    protected List<Map<String, Object>> contents(List<Role> items) {
        Map<UUID, String> departments = departments(items);
        return items.stream().map(role -> content(role, departments)).toList();
    }

    private Map<UUID, String> departments(List<Role> items) {
        Set<UUID> named = items.stream()
                .flatMap(role -> role.grants().values().stream())
                .flatMap(grant -> java.util.stream.Stream.of(grant.read(), grant.write()))
                .flatMap(range -> range.departments().stream())
                .collect(Collectors.toSet());
        return principals.known(named).entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().name()));
    }

    private Map<String, Object> content(Role role, Map<UUID, String> departments) {
        Map<String, Object> content = new LinkedHashMap<>();
        if (role.code() != null && role.name() != null) {
            content.put("name", role.name());
        }
        if (role.description() != null) {
            content.put("description", role.description());
        }
        content.put("initial", role.initial());
        if (role.code() == null || role.changed()) {
            content.put(GRANTS, grants(role, departments));
        }
        return content;
    }

    private Map<String, Object> grants(Role role, Map<UUID, String> departments) {
        Map<String, Object> grants = new LinkedHashMap<>();
        for (RoleForm.GrantForm grant : form.of(role.grants())) {
            boolean nothing = grant.rights() == null || grant.rights().isEmpty();
            if (nothing && (grant.attributes() == null || grant.attributes().isEmpty())) {
                continue;
            }
            Map<String, Object> content = portable.out(List.of(grant), "object").getFirst();
            RANGES.forEach(range -> content.computeIfPresent(range, (name, value) -> range((Map<?, ?>) value, departments)));
            grants.put(String.valueOf(grant.object()), content);
        }
        return grants;
    }

    private static Map<String, Object> range(Map<?, ?> range, Map<UUID, String> departments) {
        Map<String, Object> named = new LinkedHashMap<>();
        named.put("scopes", range.get("scopes") == null ? List.of() : range.get("scopes"));
        List<String> names = new ArrayList<>();
        if (range.get(DEPARTMENTS) instanceof List<?> ids) {
            ids.forEach(id -> names.add(departments.getOrDefault(UUID.fromString(String.valueOf(id)), String.valueOf(id))));
        }
        if (!names.isEmpty()) {
            named.put(DEPARTMENTS, names.stream().sorted().toList());
        }
        return named;
    }

    @Override
    protected void create(String key, Map<String, Object> content) {
        Content wanted = read(content);
        String name = wanted.name() == null ? key : wanted.name();
        controller.create(new RoleController.Body(name, wanted.description(), null, wanted.initial(), grants(wanted.grants())));
    }

    /** What says nothing of grants is as it came. */
    @Override
    protected void replace(Role item, Map<String, Object> content) {
        Content wanted = read(content);
        Role role = item;
        if (wanted.grants() == null && item.code() != null && item.changed()) {
            role = book.reset(item.id(), item.version());
        }
        List<RoleForm.GrantForm> grants = wanted.grants() == null ? form.of(role.grants()) : grants(wanted.grants());
        String name = item.code() == null ? item.name() : wanted.name();
        controller.change(role.id(), new RoleController.Body(name, wanted.description(), role.version(), wanted.initial(), grants));
    }

    private Content read(Map<String, Object> content) {
        Map<String, Object> tree = new LinkedHashMap<>(content);
        tree.computeIfPresent(GRANTS, (name, value) -> value instanceof Map<?, ?> grants ? identified(grants) : value);
        return portable.body(tree, Content.class);
    }

    private Map<String, Object> identified(Map<?, ?> grants) {
        Map<String, Object> identified = new LinkedHashMap<>();
        grants.forEach((object, grant) -> {
            Map<String, Object> content = new LinkedHashMap<>();
            if (grant instanceof Map<?, ?> members) {
                members.forEach((name, value) -> content.put(String.valueOf(name), value));
            }
            for (String range : RANGES) {
                if (content.get(range) instanceof Map<?, ?> said && said.get(DEPARTMENTS) instanceof List<?> names) {
                    Map<String, Object> ids = new LinkedHashMap<>();
                    said.forEach((name, value) -> ids.put(String.valueOf(name), value));
                    String path = GRANTS + "." + object + "." + range + "." + DEPARTMENTS;
                    ids.put(DEPARTMENTS, names.stream().map(name -> portable.id(Department.DEPARTMENT.name(), String.valueOf(name), path)).toList());
                    content.put(range, ids);
                }
            }
            identified.put(String.valueOf(object), content);
        });
        return identified;
    }

    private static List<RoleForm.GrantForm> grants(@Nullable Map<String, RoleForm.GrantForm> grants) {
        List<RoleForm.GrantForm> forms = new ArrayList<>();
        (grants == null ? Map.<String, RoleForm.GrantForm>of() : grants).forEach((object, grant) -> forms.add(
                new RoleForm.GrantForm(object, grant.rights(), grant.read(), grant.write(), grant.attributes())));
        return forms;
    }

    @Override
    public boolean isAlwaysThere(String key) {
        Role role = keyed().get(key);
        return role != null && role.code() != null;
    }

    @Override
    protected void delete(Role item) {
        controller.delete(item.id());
    }
}
