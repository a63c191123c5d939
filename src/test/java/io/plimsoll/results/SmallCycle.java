package io.plimsoll.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A small cycle with every file and every column that a cycle may have, in which something of everything happens. */
final class SmallCycle {

    private static final Map<String, String> FILES = new LinkedHashMap<>();

    static {
        FILES.put("cycle.csv", """
                cycle,seed,period,number,of
                2026-11-w2,draw 77,2026-11,2,4
                """);
        FILES.put("retailers.csv", """
                retailer,manager,size_class,market_type,status,agreed_total,granted_in_period,interval,name,territory,\
                key_account,phone,account,licensed_since
                A1,M1,LARGE,URBAN,ACTIVE,90,10,1,"Shop 1, corner",T1,true,010-5551,6222-1,2019-02-14
                B2,M1,SMALL,URBAN,ACTIVE,40,4,2,Shop 2,T1,false,010-5552,6222-2,2020-11-23
                C3,M2,MEDIUM,RURAL,ACTIVE,30,55,1,店铺3,T2,,,,
                D4,M2,SMALL,RURAL,SUSPENDED,20,0,1,Shop 4,T2,false,010-5554,6222-4,2021-10-05
                E5,M2,SMALL,RURAL,ACTIVE,21,3,1,Shop 5,T2,false,010-5555,6222-5,2022-12-31
                """);
        FILES.put("skus.csv", """
                sku,brand,tier,status,supply,forecast,name,price,key_brand,first_sold
                S1,Brand 1,TIER_1,SCARCE,7,12.5,Gold 1,95.50,key 1,2001-05-01
                S2,Brand 1,TIER_4,NORMAL,40,16,Silver 2,35,,2010-06-15
                S3,Brand 2,TIER_2,OPEN,,,Plain 3,12.25,,
                S4,Brand 3,TIER_2,NORMAL,25,,Plain 4,10,,2015-01-20
                """);
        FILES.put("orders.csv", """
                retailer,rank,sku,demand
                A1,1,S1,9
                A1,2,S2,20
                A1,3,S3,11
                A1,4,S4,14
                B2,1,S1,8
                B2,3,S2,6
                B2,4,S4,13
                C3,1,S2,5
                D4,1,S3,10
                E5,1,S1,3
                E5,2,S4,12
                """);
        FILES.put("submissions.csv", """
                retailer,channel,actor,submitted_at,device,session,address,at_most
                A1,SELF,A1,2026-11-09T09:15:27+08:00,phone 1,s-101,10.0.0.1,45
                B2,ASSISTED,M1,2026-11-09T10:05:31.25+08:00,desk 2,s-102,10.0.0.2,
                """);
        FILES.put("policy/policy.csv", """
                name
                Winter 26
                """);
        FILES.put("policy/floats.csv", """
                size_class,percent
                LARGE,10
                MEDIUM,12.5
                SMALL,15
                """);
        FILES.put("policy/tier_ceilings.csv", """
                size_class,market_type,tier,ceiling
                LARGE,*,TIER_2,12.4
                SMALL,URBAN,TIER_2,6
                SMALL,RURAL,TIER_2,
                """);
        FILES.put("policy/sku_ceilings.csv", """
                size_class,market_type,sku,ceiling
                LARGE,URBAN,S1,8
                SMALL,*,S1,4.5
                MEDIUM,RURAL,S2,0
                """);
        FILES.put("policy/weights.csv", """
                size_class,weight
                LARGE,30
                MEDIUM,20
                SMALL,10
                """);
        FILES.put("policy/balance.csv", """
                tier,rho
                TIER_4,0.95
                TIER_5,0.9
                """);
        FILES.put("policy/pacing.csv", """
                burst,reserve,exempt
                0.3,0.5,24
                """);
        FILES.put("policy/alerts.csv", """
                code,parameter,value
                D5,share,0.25
                R10,fill,0.9
                """);
    }

    private SmallCycle() {}

    /** Its files by relative name. */
    static Map<String, String> files() {
        return FILES;
    }

    /** Writes it. */
    static Path write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("policy"));
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        return folder;
    }
}
