#!/usr/bin/env bash
# LanguageTool 6.8: EN_DATE_WEEKDAY compares a weekday with a date whose month stands in full or in three letters, and with none whose month
# ends in a stop, so that the form of American news copy, "Monday, Oct. 18, 2019" for a Friday, is never looked at. Where the year is left
# out it takes the year of the computer's clock (EN_DATE_WEEKDAY_CURRENTYEAR), whatever year the rest of the copy is of; not shown here.
# Wants Java and Maven.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>desk</groupId><artifactId>weekdays</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.languagetool</groupId><artifactId>languagetool-commandline</artifactId><version>6.8</version>
    </dependency>
  </dependencies>
</project>
POM
mvn -q dependency:copy-dependencies -DoutputDirectory=jars
cat > story.txt <<'COPY'
The council met on Monday, October 18, 2019.

The mayor left on Monday, Oct 18, 2019.

A bridge fell on Monday, Oct. 18, 2019.

One ferry sank on Monday, Sept. 16, 2022.
COPY
java -cp "jars/*" org.languagetool.commandline.Main -l en-US story.txt 2>&1 | grep -E 'Rule ID|^Message' | sed 's/ premium.*//' | tee seen.txt
diff - seen.txt <<'SEEN'
1.) Line 1, column 20, Rule ID: EN_DATE_WEEKDAY[2]
Message: The date October 18, 2019 is not a Monday, but a Friday.
2.) Line 3, column 19, Rule ID: EN_DATE_WEEKDAY[2]
Message: The date Oct 18, 2019 is not a Monday, but a Friday.
SEEN
