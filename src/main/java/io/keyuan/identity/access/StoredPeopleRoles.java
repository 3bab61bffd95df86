package io.keyuan.identity.access;

import io.keyuan.identity.PeopleRoles;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Roles as the book has them. */
@Component
class StoredPeopleRoles implements PeopleRoles {

    private final RoleBook book;

    StoredPeopleRoles(RoleBook book) {
        this.book = book;
    }

    @Override
    public List<String> codes() {
        return book.all().stream().map(StoredPeopleRoles::code).toList();
    }

    @Override
    public boolean isThere(UUID role) {
        return book.all().stream().anyMatch(known -> known.id().equals(role));
    }

    private static String code(Role role) {
        return role.code() == null ? role.id().toString() : role.code();
    }

    @Override
    public void give(UUID person, Set<String> codes) {
        book.give(person, book.all().stream().filter(role -> codes.contains(code(role))).map(Role::id).collect(Collectors.toSet()));
    }
}
