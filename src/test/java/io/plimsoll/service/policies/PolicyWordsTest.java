package io.plimsoll.service.policies;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.plimsoll.files.BadInput;
import io.plimsoll.files.PolicyVersion;
import io.plimsoll.message.Catalogue;
import io.plimsoll.message.Language;
import io.plimsoll.policy.CellChange;
import io.plimsoll.policy.PolicySheet;
import io.plimsoll.retailer.MarketType;
import io.plimsoll.retailer.SizeClass;
import io.plimsoll.sku.BrandTier;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every table of a policy, every column and every value that has a name is said in words. */
class PolicyWordsTest {

    @Test
    void everyTableAndColumnHasWordsInBothLanguages() throws BadInput {
        PolicyVersion policy = PolicyVersion.of(SomePolicies.files(SomePolicies.tables()));
        for (PolicySheet sheet : policy.sheets()) {
            requireWords("policyTable." + Tables.key(sheet.name()));
            requireWords("policyMeaning." + Tables.key(sheet.name()));
            sheet.columns().forEach(column -> requireWords("policyColumn." + column));
        }
    }

    @Test
    void everyValueWithANameHasWordsInBothLanguages() {
        Stream.of(
                        named("policyState", PolicyState.values()),
                        named("policyChange", CellChange.Kind.values()),
                        named("policyClass", SizeClass.values()),
                        named("policyMarket", MarketType.values()),
                        named("policyTier", BrandTier.values()),
                        Stream.of("policyMarket.ALL", "policyBusiness.true", "policyBusiness.false"))
                .flatMap(codes -> codes)
                .forEach(PolicyWordsTest::requireWords);
    }

    private static Stream<String> named(String kind, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> kind + "." + value.name());
    }

    private static void requireWords(String code) {
        for (Language language : Language.values()) {
            assertTrue(Catalogue.of(language, Map.of()).codes().contains(code), code + " in " + language);
        }
    }
}
