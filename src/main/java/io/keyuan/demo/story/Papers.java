package io.keyuan.demo.story;

import static io.keyuan.documents.DocumentTemplate.DOCUMENT_TEMPLATE;

import io.keyuan.engine.Choice;
import io.keyuan.engine.Draft;
import io.keyuan.engine.Past;
import io.keyuan.engine.document.WordDraft;
import io.keyuan.engine.document.WordDraft.Cell;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** The letters and sheets the company's office has written for everybody. */
final class Papers {

    private static final String MADE = "制表：{{me.name}}　{{today}}";

    private enum Paper {
        SHEET("客户基本情况表", "customers", "拜访前打印，一页看完客户"),
        OFFER("报价单", "opportunities", "含产品明细，盖章后发给客户");

        private final String title;
        private final String object;
        private final String description;

        Paper(String title, String object, String description) {
            this.title = title;
            this.object = object;
            this.description = description;
        }
    }

    private final Instant begun;
    private final Staff staff;
    private final StoryIds ids;

    Papers(Instant begun, Staff staff, StoryIds ids) {
        this.begun = begun;
        this.staff = staff;
        this.ids = ids;
    }

    Chapter templates() {
        return new Chapter(DOCUMENT_TEMPLATE, Paper.values().length, index -> {
            Paper paper = Paper.values()[index];
            return Tale.of(Draft.create(DOCUMENT_TEMPLATE, id(paper), Map.of())
                    .in(new Past(begun, staff.id(Staff.DIRECTOR)))
                    .set(DOCUMENT_TEMPLATE.name, paper.title)
                    .set(DOCUMENT_TEMPLATE.object, Choice.of(paper.object))
                    .set(DOCUMENT_TEMPLATE.language, Choice.of("zhCn"))
                    .set(DOCUMENT_TEMPLATE.description, paper.description));
        });
    }

    private UUID id(Paper paper) {
        return ids.id("paper", paper.ordinal(), begun);
    }

    /** What each of them says, by the template. */
    Map<UUID, Supplier<byte[]>> contents() {
        Map<UUID, Supplier<byte[]>> contents = new LinkedHashMap<>();
        contents.put(id(Paper.SHEET), Papers::sheet);
        contents.put(id(Paper.OFFER), Papers::offer);
        return contents;
    }

    private static Cell cell(String label, String value) {
        return new Cell(label, value, false);
    }

    private static Cell wide(String label, String value) {
        return new Cell(label, value, true);
    }

    private static byte[] sheet() {
        return new WordDraft(Locale.SIMPLIFIED_CHINESE, "{{company.name}}", MADE)
                .title("客户基本情况表")
                .heading("基本情况")
                .values(List.of(
                        wide("客户名称", "{{name}}"), cell("级别", "{{grade|—}}"), cell("行业", "{{industry|—}}"),
                        cell("电话", "{{phone|—}}"), cell("网站", "{{website|—}}"), wide("地址", "{{address|—}}")))
                .heading("跟进")
                .values(List.of(
                        cell("负责人", "{{owner.name}}"), cell("职务", "{{owner.position|—}}"),
                        cell("建档日期", "{{createdAt}}"), cell("资料完整度", "{{completeness}}"), wide("备注", "{{remarks|无}}")))
                .written();
    }

    private static byte[] offer() {
        return new WordDraft(Locale.SIMPLIFIED_CHINESE, "{{company.name}}", "{{company.name}}　{{company.phone}}")
                .title("报 价 单")
                .values(List.of(
                        wide("客户", "{{customer.name}}"), cell("联系人", "{{contact.name|—}}"), cell("报价日期", "{{today}}"),
                        wide("项目", "{{title}}"), cell("报价人", "{{owner.name}}"), cell("有效期至", "{{closeDate|面议}}")))
                .heading("产品明细")
                .lines("lines", List.of(
                        cell("序号", "{{index}}"), wide("产品", "{{product.name}}"), cell("数量", "{{quantity}}"), cell("单价", "{{price|面议}}")), 2)
                .paragraph("报价合计：{{amount|面议}}")
                .heading("说明")
                .paragraph("1. 以上价格含增值税，不含安装所需的土建施工。")
                .paragraph("2. 付款方式：合同签订后预付 30%，到货 60%，验收后付清余款。")
                .paragraph("{{#remarks}}3. {{remarks}}{{/remarks}}")
                .written();
    }
}
