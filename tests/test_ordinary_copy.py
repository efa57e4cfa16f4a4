"""Ordinary copy with many figures, in which no conversion is at fault."""

from collections.abc import Callable

import pytest

from newslint.checks.units.judgements import judgements
from newslint.checks.units.rounding import Degree
from newslint.checks.units.unlike import unlike
from newslint.plugin import Document

COPY = [
    "The 6-foot-5, 250-pound (1.96m, 113kg) center sat.",
    "The center, 6-foot-5 and 250 pounds (1.96 meters and 113 kilograms), sat.",
    "He jumped 2.35 meters (7 feet, 8½ inches) in Rome.",
    "She won the long jump at 7.12m (23ft 4.25in) in Rome.",
    "It is 20 miles (a half-hour drive) away.",
    "The temperature rose from 10C (50F) to 20C (68F) at noon.",
    "It was 10C (18F) above normal.",
    "It was 5C (9F) warmer than usual.",
    "A 2C (3.6F) rise is feared.",
    "It would be 15C (27F) below average.",
    "The gap of 20C (36F) between day and night is large.",
    "Temperatures fell 20C (36F) in an hour.",
    "Temperatures fell to 20C (68F) in an hour.",
    "The Paris deal's 1.5C (2.7F) limit is near.",
    "Gold was at $1,900 an ounce (£45 a gram).",
    "A 12-ounce (340-gram) steak and 12 ounces (355 ml) of beer.",
    "It weighs 3.5 tons (7,000 pounds) and 2 tonnes (4,400lb).",
    "An acre (43,560 square feet) of land was sold.",
    "It is a mile (5,280 feet) long.",
    "It is a half-mile (800-meter) walk.",
    "A nautical mile (1.85 km) is longer.",
    "He drank 2 litres (3.5 pints) and a pint (568ml) of milk.",
    "Add 4oz (100g) of flour, 8oz (225g) of sugar and 1lb (450g) of butter.",
    "Add 100g (4oz) of flour and 600ml (1 pint) of milk.",
    "The truck does 65 mph (105 km/h; 56 kn) on a road.",
    "The yield was 40 bushels an acre (2.7 tonnes a hectare).",
    "The can is 16 oz. (1 lb.) of beans.",
    "The price is $3.50 a gallon (92 cents a liter) now.",
    "It is priced at 85p a litre (£3.86 a gallon) now.",
    "The mast of 5 m (16 ft) and the beam of 2 m (6 ft 7 in) broke.",
    "The plot is 50 by 100 feet (15 by 30 meters) in size.",
    "A 7.62mm (.30 caliber) rifle and 9mm (0.35in) rounds were found.",
    "A 105-millimeter (4.1-inch) gun fired.",
    "Winds of 74 mph (119 kph, 64 knots) or more blew.",
    "The 1,500m (5,000 feet) runner and the 4x100m (10 miles) relay.",
    "They cut 10 percent (5 miles) of the road.",
    "Oil rose $2 a barrel (159 liters) in May.",
    "In 2019 and 2020, 15 km (9 miles) was built.",
    "About 15 to 20 minutes and 10 miles (16 km) later it broke.",
    "A magnitude 5.6 quake struck 10 km (6.2 miles) deep and 35 km (22 miles) west.",
    "The reef is 2 to 3 meters (6.5 to 10 feet) deep.",
    "Snow of 2 to 4 inches (5 to 10 centimeters) fell.",
    "A 25-foot (7.6-meter), 30-foot (9.1-meter) and 40-foot (12-meter) boat.",
    "The tanks hold 1.37 million tonnes (302 million gallons) of water.",
    "One hectare (2.47 acres) costs $10.",
    "Height: 5ft 11in (1.80m). Weight: 12st 4lb (78kg).",
    "It took 3 days, 20 miles (32km) and 5kg (11lb) of food.",
    "It covers 25,000 sq. ft. (2,320 sq. m.) of space.",
    "The dam is 45 meters (148 ft) high and 1.2 km (3/4 mile) long.",
    "It is half a meter (1.6 feet) or 20 inches wide.",
    "The range is 1,000-1,500 km (620-930 miles) for now.",
    "Rates of 10 C (18 F) per kilometer are normal.",
    "The lapse of 6.5 C per kilometer (3.6 F per 1,000 feet) is normal.",
    "They marched 10-15 miles (16-24 km) a day.",
    "Some 20-30 km (12-18 miles) north.",
    "It is the size of Wales (20,779 sq km or 8,023 sq miles).",
    "A 2.5-mile by 1-mile (4 by 1.6 km) zone was closed.",
    "His 40-yard (37-meter) kick and 100-yard dash (10 seconds) won.",
    "The ice is 2.5 inches (6.35 cm) thick.",
    "The pipe carries 1.2 million barrels (190 million liters) per day.",
    "The lot of 0.25 acres (0.1 hectares) was sold.",
    "The car needs 8.5 liters per 100 km (28 mpg) in town.",
    "A trip of 100 miles or less (160 km) is cheap.",
    "It is only 1 inch (25mm) thick.",
    "They were 6 feet (two metres) apart.",
    "They stayed two metres (six feet) apart.",
    "The fish was 3ft (1m) long.",
    "A 10ft (3m) wall and 12ft (3.5m) gate.",
    "It lies 300 miles (500 km) off.",
    "The 5ft (1.5m) tall boy ran 100 yards (90m).",
    "They live 60 miles (100 km) apart.",
    "Of 640 acres (one square mile) 0 acres (0 square miles) burned.",
]


@pytest.mark.parametrize("copy", COPY)
def test_ordinary_copy_draws_no_fault(story: Callable[[str], Document], copy: str) -> None:
    document = story(copy)

    found = [*document.view(judgements), *document.view(unlike)]

    assert [each.degree for each in found if each.degree > Degree.FAIR] == []
