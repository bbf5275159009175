package org.redress.demo;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.redress.customer.Phone;
import org.redress.customer.Segment;

/** A household or company that earlier months' work was done for. The telephone numbers lead nowhere, as those of {@link DemoCustomers}. */
record PastCustomer(String account, String name, @Nullable String phone, @Nullable String phoneDigits, Segment segment, String address, String area,
        boolean doNotCall) {

    private static final int HOW_MANY = 1200;
    private static final String FAMILY = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜";
    private static final List<String> GIVEN = List.of("建国", "秀英", "志强", "桂兰", "丽华", "文博", "小红", "国庆", "玉梅", "海涛", "春燕", "明辉", "雅琴",
            "俊杰", "晓东", "美玲", "永康", "思远", "佩珊", "立新", "静怡", "浩然", "月娥", "振华", "淑芬", "家豪", "婉君");
    private static final List<String> NORTH = List.of("北环路", "翠竹街", "中心城路", "龙翔大道", "盛平街", "清林路");
    private static final List<String> SOUTH = List.of("南湾路", "海棠街", "布吉路", "滨河大道", "吉华路", "沙湾街");

    static List<PastCustomer> all() {
        return IntStream.range(0, HOW_MANY).mapToObj(PastCustomer::of).toList();
    }

    private static PastCustomer of(int i) {
        boolean north = i % 2 == 0;
        String name = FAMILY.charAt(i % FAMILY.length()) + GIVEN.get(i / FAMILY.length() % GIVEN.size());
        String phone = i % 97 == 5 ? null : "0755-0100 %04d".formatted(4000 + i);
        return new PastCustomer("%08d".formatted(60020001 + i), name, phone, Phone.digits(phone), segment(i),
                "%s %d 号 %d 栋 %d".formatted((north ? NORTH : SOUTH).get(i / 2 % NORTH.size()), 2 + i / 12, 1 + i % 7, 101 + i % 11 * 100),
                north ? "north" : "south", i % 89 == 7);
    }

    private static Segment segment(int i) {
        return switch (i % 40) {
            case 9 -> Segment.VIP;
            case 14, 27 -> Segment.KEY_COMMERCIAL;
            case 18, 33 -> Segment.LOW_INCOME;
            case 38 -> Segment.VULNERABLE;
            default -> Segment.ORDINARY;
        };
    }
}
