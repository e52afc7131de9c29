#!/usr/bin/env bash
# Check product titles before they are uploaded: pre-upload.sh FILE...
# The marked copies and the findings as JSON lines go into checked/.
set -u

titlelint=${TITLELINT:-titlelint}
mkdir -p checked
"$titlelint" check --format jsonl --fail-on error -o checked/ "$@" > checked/findings.jsonl
code=$?
case $code in
  0) echo "标题没有错误，可以上传" ;;
  1) echo "有标题必须修改，详见 checked/ 里的检查结果" >&2 ;;
  2) echo "titlelint 的参数或配置有误，没有检查" >&2 ;;
  *) echo "有文件没有检查到，请看上面的提示" >&2 ;;
esac
exit $code
