package io.keyuan.identity.organisation;

import static io.keyuan.identity.Department.DEPARTMENT;

import io.keyuan.engine.Batch;
import io.keyuan.engine.Circles;
import io.keyuan.engine.Rules;
import io.keyuan.identity.Department;
import org.springframework.stereotype.Component;

/** Departments are a tree. */
@Component
class DepartmentRules implements Rules<Department> {

    private final Circles circles;
    private final Renames renames;

    DepartmentRules(Circles circles, Renames renames) {
        this.circles = circles;
        this.renames = renames;
    }

    @Override
    public void check(Batch batch) {
        circles.refuse(batch, DEPARTMENT.parent);
    }

    @Override
    public void written(Batch batch) {
        renames.ofDepartments(batch);
    }
}
