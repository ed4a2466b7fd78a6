# Prints the numbers of job-analysis.json: R 4.2.2, survey 4.1-1. Run: Rscript job-analysis.R
suppressMessages(library(survey)); options(digits=15)
n<-60; i<-0:(n-1)
setting<-factor((i*i+3*i)%%7%%3); region<-factor((i%/%4+i)%%5%%2); 
f<-sapply(0:3,function(t)(7*i+3*t+i%/%5)%%5); m<-sapply(0:3,function(t)1+(i*3+t*5+i%/%7)%%4)
m[i%%11==3,2]<-NA
d<-data.frame(setting,region,one=1)
pop.s<-data.frame(setting=factor(0:2),Freq=c(500,300,200)); pop.r<-data.frame(region=factor(0:1),Freq=c(350,650))
des<-svydesign(ids=~1,data=d,weights=rep(1000/n,n))
r<-calibrate(des,list(~setting,~region),population=list(pop.s,pop.r),calfun="raking",epsilon=1e-12,maxit=200)
r2<-rake(des,list(~setting,~region),list(pop.s,pop.r),control=list(maxit=1000,epsilon=1e-13))
w<-weights(r); w<-w/sum(w)*n
cat("weights",w[1:6],"range",range(w/ (weights(r2)/sum(weights(r2))*n)),"deff",n*sum(w^2)/sum(w)^2,"max",max(w),"\n")
crit<-ifelse(f==0,0,f*m)
for(t in 1:4){ y<-ifelse(f[,t]>0,m[,t],NA); ok<-!is.na(y); rr<-update(r,y=ifelse(ok,y,0),ok=as.numeric(ok)); e<-svyratio(~y,~ok,rr); cat("imp",t,coef(e),SE(e),sum(ok),"\n")
 z<-update(r,p=as.numeric(f[,t]>0)); e<-svymean(~p,z); cat("does",t,coef(e),SE(e),"\n")}
for(t in 1:4){ y<-crit[,t]; ok<-!is.na(y); cat("sumok",sum(ok),"")}
cat("\n")
# domain A = tasks 1,2 ; B = 3,4 ; missing as ratio of means -> svycontrast on svymean of stacked totals
rr<-update(r,a1=ifelse(is.na(crit[,1]),0,crit[,1]),o1=as.numeric(!is.na(crit[,1])),a2=ifelse(is.na(crit[,2]),0,crit[,2]),o2=as.numeric(!is.na(crit[,2])),a3=crit[,3],a4=crit[,4],o3=1,o4=1)
tt<-svytotal(~a1+a2+a3+a4+o1+o2+o3+o4,rr)
e<-svycontrast(tt,quote((a1/o1+a2/o2)/(a1/o1+a2/o2+a3/o3+a4/o4)))
cat("A",coef(e),SE(e),"\n")
u<-update(des,a1=ifelse(is.na(crit[,1]),0,crit[,1]),o1=as.numeric(!is.na(crit[,1])),a2=ifelse(is.na(crit[,2]),0,crit[,2]),o2=as.numeric(!is.na(crit[,2])),a3=crit[,3],a4=crit[,4],o3=1,o4=1)
e<-svycontrast(svytotal(~a1+a2+a3+a4+o1+o2+o3+o4,u),quote((a1/o1+a2/o2)/(a1/o1+a2/o2+a3/o3+a4/o4)))
cat("A unweighted",coef(e),SE(e),"\n")
print(chisq.test(rbind(as.vector(table(setting)),c(500,300,200)-as.vector(table(setting))),correct=FALSE))
print(chisq.test(rbind(as.vector(table(region)),c(350,650)-as.vector(table(region))),correct=FALSE)$p.value)
